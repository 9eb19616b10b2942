/** What is known of a commit by the rules of today. */
import type { RepoRef } from '../core/repo-ref.js';
import { findHead, type Head } from '../infra/db/heads.js';
import type { Context } from './context.js';

/** Null where nobody looked, or other rules did. */
export async function lookedAt(
  sha: string,
  { id }: Pick<RepoRef, 'id'>,
  { db, engine }: Pick<Context, 'db' | 'engine'>,
): Promise<Head | null> {
  const head = await findHead(db, id, sha);
  return head?.engineVersion === engine.version ? head : null;
}
