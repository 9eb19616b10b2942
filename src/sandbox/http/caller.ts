/** Who makes a request, read from its `Authorization` header. */
import { ApiError, notFound } from '../api-error.js';
import { atLeast, roleOf } from '../state/access.js';
import type { AccessToken, App, Installation, Repository, User, UserAccessToken } from '../state/model.js';
import { sees } from '../state/state.js';
import type { Actor, World } from '../world.js';
import { findAccessToken, findUserAccessToken, verifyAppJwt } from './tokens.js';

export type Caller =
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'app'; readonly app: App }
  /** `app`: through whose sign-in they ask; null for their own token. */
  | { readonly kind: 'user'; readonly user: User; readonly app: App | null }
  | {
      readonly kind: 'installation';
      readonly app: App;
      readonly installation: Installation;
      readonly token: AccessToken;
    };

const SCHEME = /^(?:bearer|token) +(?<credential>\S+)$/i;
const BASIC = /^basic +(?<encoded>\S+)$/i;
const JWT = /^[^.]+\.[^.]+\.[^.]+$/;

function credentialOf(header: string): string | null {
  const direct = SCHEME.exec(header)?.groups?.credential;
  if (direct !== undefined) return direct;
  const encoded = BASIC.exec(header)?.groups?.encoded;
  if (encoded === undefined) return null;
  const [user = '', ...password] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  // `git` puts the token into the password; some clients put it into the user name.
  return password.join(':') || user;
}

/** @throws ApiError 401 for credentials that are wrong, 403 for a suspended installation. */
export function identify(world: World, header: string | undefined): Caller {
  if (header === undefined || header === '') return { kind: 'anonymous' };
  const credential = credentialOf(header);
  if (credential === null) throw new ApiError(401, 'Bad credentials');
  const login = world.state.userTokens.get(credential);
  const user = login === undefined ? undefined : world.state.user(login);
  if (user !== undefined) return { kind: 'user', user, app: null };
  const signedIn = findUserAccessToken(world, credential);
  if (signedIn !== null) return asSignedIn(world, signedIn);
  if (!credential.startsWith('ghs_') && JWT.test(credential)) {
    return { kind: 'app', app: verifyAppJwt(world, credential) };
  }
  const token = findAccessToken(world, credential);
  const installation = token === null ? undefined : world.state.installations.get(token.installationId);
  const app = installation === undefined ? undefined : world.state.apps.get(installation.appId);
  if (token === null || installation === undefined || app === undefined) throw new ApiError(401, 'Bad credentials');
  if (installation.suspendedAt !== null) throw new ApiError(403, 'This installation has been suspended');
  return { kind: 'installation', app, installation, token };
}

function asSignedIn({ state }: World, { appId, login }: UserAccessToken): Caller {
  const [user, app] = [state.user(login), state.apps.get(appId)];
  if (user === undefined || app === undefined) throw new ApiError(401, 'Bad credentials');
  return { kind: 'user', user, app };
}

/** True when an installation token reaches the repository. */
export function reaches(caller: Extract<Caller, { kind: 'installation' }>, repo: Repository): boolean {
  const { repositoryIds } = caller.token;
  return sees(caller.installation, repo) && (repositoryIds === null || repositoryIds.has(repo.id));
}

/**
 * Lets a caller through to a repository.
 * @throws ApiError 404 for what it may not know of, 403 when it would write where it only may read.
 */
export function admit(world: World, caller: Caller, repo: Repository, writes: boolean): void {
  switch (caller.kind) {
    case 'installation':
      if (reaches(caller, repo)) return;
      if (repo.private) throw notFound();
      if (writes) throw new ApiError(403, 'Resource not accessible by integration');
      return;
    case 'user':
      if (!atLeast(roleOf(world.state, repo, caller.user.login), 'read')) throw notFound();
      return;
    case 'anonymous':
      if (repo.private) throw notFound();
      if (writes) throw new ApiError(401, 'Requires authentication');
      return;
    case 'app':
      throw new ApiError(401, 'Requires authentication');
  }
}

/** The account that what the caller does is done by. @throws ApiError 401 when it is nobody. */
export function actorOf(world: World, caller: Caller): Actor {
  if (caller.kind === 'user') return { user: caller.user, viaApp: null };
  if (caller.kind !== 'installation') throw new ApiError(401, 'Requires authentication');
  return { user: botOf(world, caller.app), viaApp: caller.app };
}

/** An App's own account, `slug[bot]`, made on first use. */
export function botOf(world: World, app: App): User {
  const login = `${app.slug}[bot]`;
  const existing = world.state.user(login);
  if (existing !== undefined) return existing;
  const id = world.state.nextId();
  const email = `${id}+${login}@users.noreply.github.com`;
  const bot: User = { id, login, type: 'Bot', name: null, email };
  world.state.users.set(login.toLowerCase(), bot);
  return bot;
}
