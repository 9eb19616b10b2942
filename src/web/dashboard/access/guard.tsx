/** Who comes this far: signed in, seen by GitHub minutes ago, in this organisation, with access to this repository. */
import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { findOrganisation, findSeenRepository } from '../../../infra/db/viewers.js';
import { FORM_TOKEN } from '../components/form-token.js';
import { NotFoundPage, Refused, SignInPage, UnknownAccess } from '../components/outside.js';
import { type FrameParts, outerFrame, publicFrame } from '../routes/_frame.js';
import type { DashboardEnv, DashboardParts } from './env.js';
import { isFromUs, originOf } from './origin.js';
import { isSame } from './seal.js';
import type { OpenSession, Sessions } from './sessions.js';
import type { See } from './sight.js';

/** What the routes of signing in and of actions need of a session besides what every page does. */
export interface GuardEnv {
  Variables: DashboardEnv['Variables'] & { open: OpenSession };
}

type Guard = MiddlewareHandler<GuardEnv>;

export interface Guards {
  /** Of what needs no more than to know whose session it is. */
  readonly session: Guard;
  /** Of everything that is somebody's: who it is, and that GitHub still knows them. */
  readonly signedIn: Guard;
  /** Of everything under `/o/:org`. */
  readonly organisation: Guard;
  /** Of everything under `/o/:org/r/:repo`. */
  readonly repository: Guard;
  /** Of what is the owners' alone. */
  readonly owner: Guard;
  /** Of everything that changes something. */
  readonly form: Guard;
  /** Answers whom GitHub does not know any more: their session is over. */
  readonly withdrawn: (context: Context<GuardEnv>) => Promise<Response>;
  /** The same for what is not there and for what the viewer may not know of. */
  readonly notFound: (context: Context<GuardEnv>) => Response | Promise<Response>;
}

export interface GuardParts extends FrameParts, Pick<DashboardParts, 'db' | 'people' | 'publicUrl'> {
  readonly sessions: Sessions;
  readonly see: See;
}

/** Bytes; our longest form is a name and a date. */
const FORM_LIMIT = 64 * 1024;

export function createGuards(parts: GuardParts): Guards {
  const { db, people, publicUrl, sessions, see } = parts;
  const frame = (context: Context<GuardEnv>) => outerFrame(context, parts);
  const limit = bodyLimit({
    maxSize: FORM_LIMIT,
    onError: (context) => context.html(<Refused frame={frame(context)} because="size" />, 413),
  });
  const notFound = (context: Context<GuardEnv>) => context.html(<NotFoundPage frame={frame(context)} />, 404);

  return {
    session: async (context, next) => {
      const session = await sessions.find(context);
      if (session === null) return signIn(context);
      enter(context, session);
      return next();
    },
    signedIn: async (context, next) => {
      const session = await sessions.find(context);
      if (session === null || people === null) return signIn(context);
      const state = await see(session.viewer, people.as(session.token, session.viewer.userId));
      if (state.kind === 'withdrawn') return withdraw(context, session);
      enter(context, session);
      if (state.kind === 'unknown') return context.html(<UnknownAccess frame={frame(context)} />, 503);
      context.set('accessAsOf', state.kind === 'stale' ? state.asOf : null);
      return next();
    },
    organisation: async (context, next) => {
      const found = await findOrganisation(db, context.get('viewer'), context.req.param('org') ?? '');
      if (found === null) return notFound(context);
      context.set('organisation', found);
      return next();
    },
    repository: async (context, next) => {
      const { installationId } = context.get('organisation');
      const name = context.req.param('repo') ?? '';
      const found = await findSeenRepository(db, context.get('viewer'), installationId, name);
      if (found === null) return notFound(context);
      context.set('repository', found);
      return next();
    },
    owner: (context, next) =>
      context.get('organisation').seat === 'owner' ? next() : Promise.resolve(notFound(context)),
    form: async (context, next) => {
      if (context.req.method === 'GET' || context.req.method === 'HEAD') return next();
      return limit(context, async () => {
        const refusal = await refuse(context);
        if (refusal === null) return next();
        context.res = refusal;
      });
    },
    withdrawn: (context) => withdraw(context, context.get('open')),
    notFound,
  };

  async function withdraw(context: Context<GuardEnv>, session: OpenSession): Promise<Response> {
    await session.end();
    sessions.forget(context);
    return signIn(context);
  }

  function enter(context: Context<GuardEnv>, session: OpenSession): void {
    context.set('open', session);
    context.set('session', session);
    context.set('viewer', session.viewer);
    context.set('message', session.messageAt(context.req.url));
    context.set('accessAsOf', null);
  }

  async function refuse(context: Context<GuardEnv>): Promise<Response | null> {
    const own = originOf(publicUrl, context.req.url);
    const headers = { origin: context.req.header('origin'), site: context.req.header('sec-fetch-site') };
    if (own === null || !isFromUs(headers, own))
      return context.html(<Refused frame={frame(context)} because="origin" />, 403);
    // What is no form has no token.
    const fields: Readonly<Record<string, unknown>> = await context.req.parseBody().catch(() => ({}));
    const expected = context.get('session').formToken(context.req.url);
    return isSame(fields[FORM_TOKEN], expected)
      ? null
      : context.html(<Refused frame={frame(context)} because="token" />, 403);
  }

  function signIn(context: Context<GuardEnv>): Response | Promise<Response> {
    const { pathname, search } = new URL(context.req.url);
    const to = context.req.method === 'GET' ? `${pathname}${search}` : '/';
    return context.html(<SignInPage frame={publicFrame(parts)} to={to} canSignIn={people !== null} />, 401);
  }
}
