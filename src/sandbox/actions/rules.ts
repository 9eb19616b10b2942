/** Rules that all writes share: who may, and how long texts may be. */
import { ApiError, type FieldError, forbidden, invalid, notFound } from '../api-error.js';
import { atLeast, roleOf } from '../state/access.js';
import type { Repository, RepositoryPermission } from '../state/model.js';
import { type Actor, ensureWritable, type World } from '../world.js';

/** Bodies of issues and comments. GitHub answers 422 "body is too long (maximum is 65536 characters)". */
export const BODY_LIMIT = 65_536;
export const TITLE_LIMIT = 256;

/** True when a person has at least this role; what an App may do is decided by its token before it gets here. */
export function may(world: World, actor: Actor, repo: Repository, role: RepositoryPermission): boolean {
  return actor.viaApp !== null || atLeast(roleOf(world.state, repo, actor.user.login), role);
}

/**
 * @throws ApiError 404 when the actor cannot even see the repository, 403 when the role is too low or it is archived.
 */
export function ensureMay(world: World, actor: Actor, repo: Repository, role: RepositoryPermission): void {
  if (!may(world, actor, repo, 'read')) throw notFound();
  if (!may(world, actor, repo, role)) throw forbidden(`Must have ${role} rights to Repository.`);
  ensureWritable(repo);
}

/** @throws ApiError 422 in GitHub's words. Counted in characters (code points), not bytes. */
export function ensureLength(resource: string, field: string, text: string | null, limit: number): void {
  if (text === null || text.length <= limit || [...text].length <= limit) return;
  throw invalid({ resource, code: 'custom', field, message: `${field} is too long (maximum is ${limit} characters)` });
}

/** @throws ApiError 422 for a missing or blank text. */
export function ensurePresent(resource: string, field: string, text: string): void {
  if (text.trim() === '') throw invalid({ resource, code: 'missing_field', field });
}

export function tooLong(resource: string, field: string, limit: number): FieldError {
  return { resource, code: 'custom', field, message: `${field} is too long (maximum is ${limit} characters)` };
}

/** @throws ApiError 410 when issues are switched off, as in every fork. */
export function ensureIssuesEnabled(repo: Repository): void {
  if (!repo.hasIssues) throw new ApiError(410, 'Issues are disabled for this repo');
}
