/** Open pull requests as webhooks and GitHub's list tell of them, and whether they are known whole. */
import { sql } from 'kysely';
import type { Db } from './database.js';

export interface KnownPull {
  readonly number: number;
  readonly headSha: string;
  readonly baseRef: string;
  readonly isOpen: boolean;
  /** GitHub's, in whole seconds. */
  readonly updatedAt: Date;
}

/** Null where one may be open that nobody told of: then only GitHub knows. Else the open ones, newest first. */
export async function openPullRequests(db: Db, repositoryId: number): Promise<readonly KnownPull[] | null> {
  const list = await db
    .selectFrom('pull_list')
    .select('doubted_at')
    .where('repository_id', '=', repositoryId)
    .executeTakeFirst();
  if (list === undefined || list.doubted_at !== null) return null;
  const rows = await db
    .selectFrom('pull_request')
    .selectAll()
    .where('repository_id', '=', repositoryId)
    .where('is_open', '=', true)
    .orderBy('number', 'desc')
    .execute();
  return rows.map(({ number, head_sha, base_ref, is_open, updated_at }) => ({
    number,
    headSha: head_sha,
    baseRef: base_ref,
    isOpen: is_open,
    updatedAt: updated_at,
  }));
}

/**
 * What a webhook says. Webhooks come late and in any order: one that says something else, and is not of a later second than what is
 * known, puts the whole list in doubt.
 */
export async function notePullRequest(db: Db, repositoryId: number, pull: KnownPull, now: Date): Promise<void> {
  const { rows } = await sql<{ isSame: boolean }>`
    with newer as (${upsert(repositoryId, [pull], now)} where pull_request.updated_at < excluded.updated_at returning 1)
    select (exists (select from newer) or exists (
      select from pull_request where repository_id = ${repositoryId} and number = ${pull.number}
        and (not is_open or (head_sha = ${pull.headSha} and base_ref = ${pull.baseRef}))
        and is_open = ${pull.isOpen})) as "isSame"`.execute(db);
  if (rows[0]?.isSame !== true) await doubtPullRequests(db, [repositoryId], now);
}

/** A list of several pages is no picture of one moment: what moved to a page that was read already, as another one was closed, is on none. */
const ONE_PAGE = 100;

/**
 * GitHub's whole list of open ones, as it was read from `since` on. What was told later than that is left as it is; so is what a list
 * of several pages leaves out, for telling a closed one costs a write, and not telling an open one lets it pass.
 */
export async function savePullRequests(
  db: Db,
  repositoryId: number,
  open: readonly KnownPull[],
  since: Date,
): Promise<void> {
  const distinct = [...new Map(open.map((pull) => [pull.number, pull])).values()];
  if (distinct.length > 0)
    await sql`${upsert(repositoryId, distinct, since)} where pull_request.updated_at <= excluded.updated_at`.execute(
      db,
    );
  if (distinct.length <= ONE_PAGE)
    await db
      .updateTable('pull_request')
      .set({ is_open: false })
      .where('repository_id', '=', repositoryId)
      .where('is_open', '=', true)
      .where('seen_at', '<', since)
      .where(sql<boolean>`number <> all(${distinct.map(({ number }) => number)}::int[])`)
      .execute();
  await sql`insert into pull_list (repository_id, doubted_at) values (${repositoryId}, null)
    on conflict (repository_id) do update set doubted_at = null where pull_list.doubted_at < ${since}`.execute(db);
}

/** A repository that has just been made has none; what is told of it from now on is all there is. */
export async function beginPullRequests(db: Db, repositoryId: number): Promise<void> {
  await sql`insert into pull_list (repository_id) values (${repositoryId}) on conflict do nothing`.execute(db);
}

/** Something may have happened that nobody told of. */
export async function doubtPullRequests(db: Db, repositoryIds: readonly number[], now: Date): Promise<void> {
  await sql`insert into pull_list (repository_id, doubted_at) select id, ${now} from unnest(${repositoryIds}::bigint[]) as given (id)
    on conflict (repository_id) do update set doubted_at = excluded.doubted_at`.execute(db);
}

function upsert(repositoryId: number, pulls: readonly KnownPull[], seenAt: Date) {
  const column = <T>(of: (pull: KnownPull) => T): T[] => pulls.map(of);
  return sql`insert into pull_request (repository_id, number, head_sha, base_ref, is_open, updated_at, seen_at)
    select ${repositoryId}::bigint, given.*, ${seenAt}::timestamptz from unnest(
      ${column(({ number }) => number)}::int[], ${column(({ headSha }) => headSha)}::text[],
      ${column(({ baseRef }) => baseRef)}::text[], ${column(({ isOpen }) => isOpen)}::boolean[],
      ${column(({ updatedAt }) => updatedAt.toISOString())}::timestamptz[]) as given
    on conflict (repository_id, number) do update set head_sha = excluded.head_sha, base_ref = excluded.base_ref,
      is_open = excluded.is_open, updated_at = excluded.updated_at, seen_at = excluded.seen_at`;
}
