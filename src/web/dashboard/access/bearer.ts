/** Lets programs in: a token of the organisation in the `Authorization` header, and nothing else that a browser sends along. */
import type { MiddlewareHandler } from 'hono';
import { installationOfToken } from '../../../infra/db/api-tokens.js';
import type { DashboardParts } from './env.js';

/** What the routes of `/api/v1` find in their context. */
export interface ApiEnv {
  Variables: {
    /** Whose reports the token opens: all of this installation's. */
    installationId: number;
  };
}

const BEARER = /^Bearer +(?<token>\S+)$/i;

export function tokenBearer({ db, clock }: Pick<DashboardParts, 'db' | 'clock'>): MiddlewareHandler<ApiEnv> {
  return async (context, next) => {
    const token = BEARER.exec(context.req.header('authorization') ?? '')?.groups?.token;
    const installationId = token === undefined ? null : await installationOfToken(db, token, clock.now());
    if (installationId === null) {
      const error =
        'Send a token of the organisation as `Authorization: Bearer …`. Its owners make them on the System page.';
      return context.json({ error }, 401, { 'www-authenticate': 'Bearer realm="seaworthy"' });
    }
    context.set('installationId', installationId);
    return next();
  };
}
