/** Forgets heads, checks and effects that nothing will ask for again, and what repositories were made of that are not ours any more. */
import { sql } from 'kysely';
import type { Db } from './database.js';

/** Effects that are over with their webhook: GitHub sends none again after days. Of the others, some hold as long as the repository. */
const OVER = ['reply:%', 'command:%', 'check:%'];

/**
 * What nobody touched since `before`. The newest head of a branch stays while it carries anything, since the next one goes on
 * from it: only one that was gone on from, or that has nothing to hand on, is forgotten.
 */
export async function prune(db: Db, before: Date): Promise<void> {
  await sql`delete from head where judged_at < ${before} and (
    exists (select from head as next where next.repository_id = head.repository_id and next.follows = head.sha)
    or (sightings::text = '[]' and unseen::text = '[]'))`.execute(db);
  await sql`delete from check_run where updated_at < ${before} and not exists
    (select from head where head.repository_id = check_run.repository_id and head.sha = check_run.head_sha)`.execute(
    db,
  );
  await sql`delete from effect where done_at < ${before} and key like any(${OVER}::text[])`.execute(db);
  const left = sql`repository_id in (select id from repository where removed_at < ${before})`;
  await sql`delete from pull_request where ${left} or (not is_open and seen_at < ${before})`.execute(db);
  await sql`delete from component where ${left}`.execute(db);
  await sql`delete from inventory where ${left}`.execute(db);
}
