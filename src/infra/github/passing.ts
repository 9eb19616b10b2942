/** Tells failures that a repetition may mend from those that last until somebody does something. */
import { Conflict, GitFailed, NotFound, RateLimited, Transient } from './errors.js';

/** What is not found may only not be shown yet; a missing permission, too much data or a mistake of ours stays what it is. */
export function mayPass(error: unknown): boolean {
  if (error instanceof GitFailed) return error.reason !== 'size' && error.reason !== 'refused';
  return [Transient, RateLimited, NotFound, Conflict].some((kind) => error instanceof kind);
}
