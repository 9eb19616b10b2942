/** `/badge/:id/:signature.svg`: a badge for whoever has its address, so that a README shows it to everybody who reads it. */
import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import { BADGES, badge } from '../../../domain/reports/badge.js';
import { findBadgeFacts } from '../../../infra/db/dashboard/reports.js';
import type { DashboardParts } from '../access/env.js';

/** Proxies of images, GitHub's own for one, ask again after five minutes. */
const KEPT = 'public, max-age=300';

/** Other sites show it, and it does nothing there. */
const HEADERS = { 'cache-control': KEPT, 'cross-origin-resource-policy': 'cross-origin' };

/** A signature of nobody's, of another repository, and of one that left us all get the same answer. */
export function badgeRoutes({ db, badges }: Pick<DashboardParts, 'db' | 'badges'>): Hono {
  const app = new Hono();
  app.get('/badge/:id{[0-9]{1,15}}/:file{[A-Za-z0-9_-]+\\.svg}', async (context) => {
    const id = Number(context.req.param('id'));
    const signature = context.req.param('file').slice(0, -'.svg'.length);
    const facts = badges.isGenuine(id, signature) ? await findBadgeFacts(db, id) : null;
    if (facts === null) return context.text('There is no such badge.\n', 404, HEADERS);
    const kind = BADGES.find((known) => known === context.req.query('show')) ?? 'grade';
    const svg = badge(kind, facts);
    const etag = `"${createHash('sha256').update(svg).digest('base64url').slice(0, 22)}"`;
    const headers = { ...HEADERS, etag };
    const known = context.req.header('if-none-match')?.split(',') ?? [];
    if (known.some((one) => one.trim().replace(/^W\//, '') === etag)) return context.body(null, 304, headers);
    return context.body(svg, 200, { ...headers, 'content-type': 'image/svg+xml; charset=utf-8' });
  });
  return app;
}
