/** Lets in the one person who was given the link, on this machine, from this page; and nobody's script. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';

export interface Guard {
  /** Goes into the printed link; works once. */
  readonly token: string;
  /** Goes into every form. */
  readonly formToken: string;
  readonly middleware: MiddlewareHandler;
}

export interface GuardOptions {
  /** `http://127.0.0.1:PORT`, known once the server listens. */
  readonly origin: () => string;
  readonly refuse: (context: Context, reason: string) => Response | Promise<Response>;
}

/**
 * Host: only our own address, so that a name rebound to 127.0.0.1 gets nowhere.
 * Session: the one-time token becomes a cookie. SameSite=Lax, as GitHub's redirect comes from another site.
 * POST: same origin and the form's token.
 */
export function createGuard({ origin, refuse }: GuardOptions): Guard {
  const token = randomBytes(24).toString('base64url');
  const session = randomBytes(32).toString('base64url');
  const formToken = createHmac('sha256', session).update('form').digest('base64url');
  let tokenIsFresh = true;

  const middleware: MiddlewareHandler = async (context, next) => {
    const { host } = new URL(origin());
    if (context.req.header('host') !== host) return refuse(context, `This page is served at ${origin()} only.`);
    const cookie = `seaworthy-setup-${host.split(':')[1] ?? ''}`;
    const offered = context.req.query('token');
    if (!equal(getCookie(context, cookie), session)) {
      if (!(tokenIsFresh && context.req.method === 'GET' && context.req.path === '/' && equal(offered, token))) {
        return refuse(
          context,
          'This page opens only through the link in the terminal, once, in one browser. To get a new link, stop `seaworthy setup` with Ctrl-C and run it again.',
        );
      }
      tokenIsFresh = false;
      setCookie(context, cookie, session, { httpOnly: true, sameSite: 'Lax', path: '/' });
      return context.redirect('/', 303);
    }
    // The token leaves the address bar, and with it the browser's history.
    if (offered !== undefined && context.req.path === '/') return context.redirect('/', 303);
    if (context.req.method === 'POST') {
      if (context.req.header('origin') !== origin()) return refuse(context, 'This form was sent from another page.');
      const body = await context.req.parseBody();
      if (!equal(body.formToken, formToken)) return refuse(context, 'This form is out of date. Go back and reload it.');
    }
    await next();
    return undefined;
  };
  return { token, formToken, middleware };
}

function equal(offered: unknown, expected: string): boolean {
  if (typeof offered !== 'string') return false;
  const [a, b] = [Buffer.from(offered), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
