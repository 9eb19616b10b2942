/** In and out: to GitHub with state and PKCE, back with a code that becomes a session, and the end of it. */
import { type Context, Hono } from 'hono';
import { GitHubError } from '../../../infra/github/errors.js';
import { SignInRefused } from '../../../infra/github/people.js';
import type { DashboardParts } from '../access/env.js';
import type { GuardEnv, Guards } from '../access/guard.js';
import { originOf, returnPath } from '../access/origin.js';
import { isSame } from '../access/seal.js';
import type { Sessions } from '../access/sessions.js';
import { beginSignIn, takeSignIn } from '../access/sign-in-cookie.js';
import { type SignInFailure, SignInFailed, SignInPage } from '../components/outside.js';
import { type FrameParts, publicFrame } from './_frame.js';

export interface SignInParts extends FrameParts, Pick<DashboardParts, 'people' | 'publicUrl' | 'log'> {
  readonly sessions: Sessions;
}

/** Where GitHub leads back to; `app.yml` names it too. */
export const CALLBACK_PATH = '/login/callback';

export function signInRoutes(parts: SignInParts, guards: Guards): Hono<GuardEnv> {
  const { people, publicUrl, sessions, log } = parts;
  const app = new Hono<GuardEnv>();

  const failed = (context: Context, because: SignInFailure, to = '/') =>
    context.html(<SignInFailed frame={publicFrame(parts)} because={because} to={to} />, STATUS[because]);
  const notSetUp = (context: Context) =>
    context.html(<SignInPage frame={publicFrame(parts)} to="/" canSignIn={false} />, 503);

  app.get('/login', (context) => {
    if (people === null) return notSetUp(context);
    const own = originOf(publicUrl, context.req.url);
    if (own === null) return failed(context, 'address');
    const { state, challenge } = beginSignIn(context, returnPath(context.req.query('to'), own));
    return context.redirect(people.authorizeUrl({ redirectUri: `${own}${CALLBACK_PATH}`, state, challenge }), 302);
  });

  app.get(CALLBACK_PATH, async (context) => {
    if (people === null) return notSetUp(context);
    const own = originOf(publicUrl, context.req.url);
    if (own === null) return failed(context, 'address');
    const begun = takeSignIn(context);
    if (begun === null || !isSame(context.req.query('state'), begun.state)) return failed(context, 'state');
    const to = returnPath(begun.to, own);
    const code = context.req.query('code');
    if (code === undefined) return failed(context, 'denied', to);
    try {
      const token = await people.exchange(code, { redirectUri: `${own}${CALLBACK_PATH}`, verifier: begun.verifier });
      const { id: userId, login } = await people.as(token.token, 'somebody').self();
      await sessions.begin(context, { userId, login }, token);
    } catch (error) {
      const because = failureOf(error);
      if (because === null) throw error;
      log.warn({ error: (error as Error).message }, 'Sign-in failed');
      return failed(context, because, to);
    }
    return context.redirect(to, 303);
  });

  app.use('/logout', guards.session, guards.form);
  app.post('/logout', async (context) => {
    const session = context.get('open');
    const { everywhere } = await context.req.parseBody();
    await (everywhere === undefined ? session.end() : session.endEverywhere());
    sessions.forget(context);
    return context.redirect('/', 303);
  });
  return app;
}

const STATUS = { state: 400, denied: 403, code: 400, setup: 500, address: 503, away: 503 } as const;

function failureOf(error: unknown): SignInFailure | null {
  if (error instanceof SignInRefused) return error.code === 'incorrect_client_credentials' ? 'setup' : 'code';
  return error instanceof GitHubError ? 'away' : null;
}
