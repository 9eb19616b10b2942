/** Makes and checks credentials: App JWTs, installation tokens of the 2026 shape, personal access tokens. */
import { createPublicKey, randomBytes, verify } from 'node:crypto';
import { ApiError } from '../api-error.js';
import type { AccessToken, App, Installation, Permissions, UserAccessToken } from '../state/model.js';
import type { World } from '../world.js';

const TOKEN_MS = 60 * 60 * 1000;
/** "The expiration time of the JWT … no more than 10 minutes into the future." */
const JWT_SECONDS = 10 * 60;
/** Clocks may differ a little. */
const SKEW_SECONDS = 60;

function part(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

/** `ghs_<appid>_<jwt-like>`, some 520 characters with dots, dashes and underscores; valid for one hour. */
export function mintInstallationToken(
  world: World,
  installation: Installation,
  permissions: Permissions,
  repositoryIds: ReadonlySet<number> | null,
): AccessToken {
  const expiresAt = new Date(world.clock.now().getTime() + TOKEN_MS);
  const claims = {
    sub: installation.id,
    exp: Math.floor(expiresAt.getTime() / 1000),
    jti: randomBytes(16).toString('hex'),
  };
  const jwt = [part({ alg: 'ES256', typ: 'JWT' }), part(claims), randomBytes(260).toString('base64url')].join('.');
  const token: AccessToken = {
    token: ['ghs', String(installation.appId), jwt].join('_'),
    installationId: installation.id,
    permissions,
    repositoryIds,
    expiresAt,
  };
  world.state.accessTokens.set(token.token, token);
  return token;
}

/** `ghp_` and 36 characters, as personal access tokens look. */
export function mintUserToken(world: World, login: string): string {
  const token = ['ghp', randomBytes(18).toString('hex')].join('_');
  world.state.userTokens.set(token, login);
  return token;
}

/** "Expires after 8 hours." */
const USER_ACCESS_MS = 8 * 60 * 60 * 1000;

/** `ghu_` and 36 characters: acts for the person within what the App may do. */
export function mintUserAccessToken(world: World, app: App, login: string): UserAccessToken {
  const token = ['ghu', randomBytes(18).toString('hex')].join('_');
  const expiresAt = new Date(world.clock.now().getTime() + USER_ACCESS_MS);
  const record = { token, appId: app.id, login, expiresAt };
  world.state.userAccessTokens.set(token, record);
  return record;
}

/** Null when it is unknown, expired or withdrawn. */
export function findUserAccessToken(world: World, token: string): UserAccessToken | null {
  const record = world.state.userAccessTokens.get(token);
  if (record === undefined || record.expiresAt.getTime() <= world.clock.now().getTime()) return null;
  return record;
}

/** The token's record, null when it is unknown or expired. */
export function findAccessToken(world: World, token: string): AccessToken | null {
  const record = world.state.accessTokens.get(token);
  if (record === undefined || record.expiresAt.getTime() <= world.clock.now().getTime()) return null;
  return record;
}

function decode(text: string | undefined): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(text ?? '', 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

function unauthorized(message: string): ApiError {
  return new ApiError(401, message);
}

/**
 * The App a JWT speaks for: RS256, issued by an App id (or client id), not from the future, valid for ten minutes at most.
 * @throws ApiError 401 in GitHub's words; Octokit reads them to correct its clock.
 */
export function verifyAppJwt(world: World, jwt: string): App {
  const [head, body, signature] = jwt.split('.');
  const header = decode(head);
  const claims = decode(body);
  if (header?.alg !== 'RS256' || claims === null || signature === undefined) {
    throw unauthorized('A JSON web token could not be decoded');
  }
  const app = [...world.state.apps.values()].find(
    ({ id, clientId }) => String(claims.iss) === String(id) || claims.iss === clientId,
  );
  if (app === undefined) throw unauthorized('Integration not found');
  const signed = Buffer.from(`${head}.${body}`);
  const genuine = verify('RSA-SHA256', signed, createPublicKey(app.publicKeyPem), Buffer.from(signature, 'base64url'));
  if (!genuine) throw unauthorized('A JSON web token could not be decoded');
  const now = Math.floor(world.clock.now().getTime() / 1000);
  const { exp, iat } = claims;
  if (typeof exp !== 'number' || exp <= now) {
    throw unauthorized(
      "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires",
    );
  }
  if (exp > now + JWT_SECONDS) throw unauthorized("'Expiration time' claim ('exp') is too far in the future");
  if (typeof iat !== 'number' || !Number.isInteger(iat) || iat > now + SKEW_SECONDS) {
    throw unauthorized(
      "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued",
    );
  }
  return app;
}
