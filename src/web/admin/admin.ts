/** What the command line asks a running App: the embedded database is the App's alone. For this machine and whoever reads its token. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { z } from 'zod';
import type { Desk } from '../../infra/queue/desk.js';

export interface AdminOptions {
  readonly desk: Desk;
  /** Of this process; see `admin-file.ts`. */
  readonly token: string;
}

export const JOBS_PATH = '/admin/jobs';
export const REARM_PATH = '/admin/jobs/rearm';
export const INVENTORY_PATH = '/admin/inventory';

/** More than anybody reads; the count says how many there are. */
const LISTED = 200;

/** A proxy on this machine sends these: then whoever asks is somewhere else. */
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'];

const rearm = z.object({ ids: z.array(z.number().int().positive()).min(1).max(10_000).optional() });

/** Whoever may not ask is told that there is nothing. */
export function createAdmin({ desk, token }: AdminOptions): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.use('/admin/*', async (context, next) => {
    const { socket } = context.env.incoming;
    const isDirect = FORWARDED.every((name) => context.req.header(name) === undefined);
    const isHere = isDirect && isSameMachine(socket.remoteAddress, socket.localAddress);
    if (!isHere || !isToken(context.req.header('authorization'), token)) return context.text('404 Not Found', 404);
    return next();
  });
  app.get(JOBS_PATH, async (context) => context.json(await desk.overview(LISTED)));
  app.get(INVENTORY_PATH, async (context) => {
    const { name, ecosystem = null } = context.req.query();
    if (name === undefined) return context.json({ error: 'Send ?name=lodash.' }, 400);
    return context.json(await desk.holdings({ name, ecosystem }));
  });
  app.post(REARM_PATH, async (context) => {
    const asked = rearm.safeParse(await context.req.json().catch(() => null));
    if (!asked.success) return context.json({ error: 'Send {} for all, or {"ids": [1]}.' }, 400);
    return context.json({ rearmed: await desk.rearm(asked.data.ids) });
  });
  return app;
}

/** True for the loopback, and for an address of this machine that asks itself. */
export function isSameMachine(remote: string | undefined, local: string | undefined): boolean {
  if (remote === undefined) return false;
  return remote === local || remote === '::1' || /^(::ffff:)?127\./.test(remote);
}

/** Digests are of one length, so that the time to compare tells nothing. */
function isToken(header: string | undefined, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(header ?? ''), digest(`Bearer ${token}`));
}
