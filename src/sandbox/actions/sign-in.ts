/** GitHub's sign-in with an App: a person lets it know who they are, the App trades the code, the person may withdraw it. */
import { createHash, randomBytes } from 'node:crypto';
import { mintUserAccessToken } from '../http/tokens.js';
import type { App, User, UserAccessToken } from '../state/model.js';
import { accountView } from '../views/people.js';
import type { World } from '../world.js';

/** "The code expires after 10 minutes." */
const CODE_MS = 10 * 60 * 1000;

/** What an App sent a person here with. */
export interface Asked {
  readonly app: App;
  readonly redirectUri: string;
  readonly state: string | null;
  readonly challenge: string | null;
}

/** An error as GitHub answers it, with status 200. @see https://docs.github.com/apps/oauth-apps/maintaining-oauth-apps/troubleshooting-oauth-app-access-token-request-errors */
export interface ExchangeError {
  readonly error: 'incorrect_client_credentials' | 'redirect_uri_mismatch' | 'bad_verification_code';
  readonly error_description: string;
}

/** Where the browser goes next. */
export function letIn(world: World, { app, redirectUri, state, challenge }: Asked, login: string): string {
  const code = randomBytes(10).toString('hex');
  world.state.signInCodes.set(code, { appId: app.id, login, redirectUri, challenge, at: world.clock.now() });
  const url = new URL(redirectUri);
  url.searchParams.set('code', code);
  if (state !== null) url.searchParams.set('state', state);
  return url.href;
}

/** A code works once, whatever becomes of it. */
export function trade(world: World, given: Readonly<Record<string, unknown>>): UserAccessToken | ExchangeError {
  const app = [...world.state.apps.values()].find(({ clientId }) => clientId === given.client_id);
  if (app === undefined || app.clientSecret !== given.client_secret)
    return failed('incorrect_client_credentials', 'The client_id and/or client_secret passed are incorrect.');
  const code = world.state.signInCodes.get(String(given.code));
  world.state.signInCodes.delete(String(given.code));
  const isGood = code?.appId === app.id && world.clock.now().getTime() - code.at.getTime() <= CODE_MS;
  if (!isGood || !fits(code.challenge, given.code_verifier))
    return failed('bad_verification_code', 'The code passed is incorrect or expired.');
  if (given.redirect_uri !== undefined && given.redirect_uri !== code.redirectUri)
    return failed(
      'redirect_uri_mismatch',
      'The redirect_uri MUST match the registered callback URL for this application.',
    );
  return mintUserAccessToken(world, app, code.login);
}

function fits(challenge: string | null, verifier: unknown): boolean {
  if (challenge === null) return true;
  if (typeof verifier !== 'string') return false;
  return createHash('sha256').update(verifier).digest('base64url') === challenge;
}

function failed(error: ExchangeError['error'], description: string): ExchangeError {
  return { error, error_description: description };
}

/** Every App hears of it, unasked. */
export function withdrawAuthorization(world: World, app: App, user: User): void {
  for (const { token, appId, login } of world.state.userAccessTokens.values())
    if (appId === app.id && login === user.login) world.state.userAccessTokens.delete(token);
  world.deliverer.send({
    appId: app.id,
    event: 'github_app_authorization',
    action: 'revoked',
    installationId: null,
    repositoryId: null,
    payload: JSON.stringify({ action: 'revoked', sender: accountView(world, user.login) }),
  });
}
