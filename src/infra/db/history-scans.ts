/** Readings of whole histories: one row a repository, which says how far the newest one has come. */
import { sql } from 'kysely';
import type { Db } from './database.js';
import type { RepositoryRow } from './installations.js';
import type { HistoryScanTable } from './service-tables.js';

export interface HistoryScan {
  readonly state: HistoryScanTable['state'];
  /** Login; null when nobody asked. */
  readonly askedBy: string | null;
  readonly commitsDone: number;
  /** Zero until it is known. */
  readonly commitsTotal: number;
  /** Findings that were open at the end of the last complete one. */
  readonly found: number;
  readonly doneAt: Date | null;
}

export async function findHistoryScan(db: Db, repositoryId: number): Promise<HistoryScan | null> {
  const row = await db
    .selectFrom('history_scan')
    .selectAll()
    .where('repository_id', '=', repositoryId)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { state, asked_by, commits_done, commits_total, found, done_at } = row;
  return { state, askedBy: asked_by, commitsDone: commits_done, commitsTotal: commits_total, found, doneAt: done_at };
}

/** Who reads: these rules, and fingerprints by this key. */
export interface Reader {
  readonly engineVersion: string;
  readonly keyId: string;
}

/** Notes that it is wanted. One that is under way goes on; whoever asked is told its end. */
export async function requestHistoryScan(
  db: Db,
  repositoryId: number,
  { engineVersion, keyId }: Reader,
  askedBy: string | null,
  now: Date,
): Promise<void> {
  await db
    .insertInto('history_scan')
    .values({
      repository_id: repositoryId,
      engine_version: engineVersion,
      key_id: keyId,
      state: 'waiting',
      asked_by: askedBy,
      updated_at: now,
    })
    .onConflict((conflict) =>
      conflict.column('repository_id').doUpdateSet({
        state: sql`case when history_scan.state = 'done' then 'waiting' else history_scan.state end`,
        asked_by: sql`coalesce(excluded.asked_by, history_scan.asked_by)`,
        engine_version: engineVersion,
        key_id: keyId,
        updated_at: now,
      }),
    )
    .execute();
}

/** What the last complete reading by these rules did not see of what was there at `at`; null when it does not reach to that time. */
export async function unseenInHistory(
  db: Db,
  repositoryId: number,
  engineVersion: string,
  at: Date,
): Promise<readonly { readonly what: string; readonly reason: string }[] | null> {
  const row = await db
    .selectFrom('history_scan')
    .select('unseen')
    .where('repository_id', '=', repositoryId)
    .where('state', '=', 'done')
    .where('engine_version', '=', engineVersion)
    .where('covers_until', '>=', at)
    .executeTakeFirst();
  return row?.unseen ?? null;
}

export async function saveProgress(
  db: Db,
  repositoryId: number,
  { done, total }: { readonly done: number; readonly total: number },
  now: Date,
): Promise<void> {
  await db
    .updateTable('history_scan')
    .set({ state: 'reading', commits_done: done, commits_total: total, updated_at: now })
    .where('repository_id', '=', repositoryId)
    .execute();
}

export interface HistoryEnd extends Reader {
  /** What the repository had at this time was looked at, but for `unseen`. */
  readonly coversUntil: Date;
  readonly commits: number;
  readonly found: number;
  readonly unseen: readonly { readonly what: string; readonly reason: string }[];
}

/** It came to its end: nobody waits for it any more. */
export async function endHistoryScan(db: Db, repositoryId: number, end: HistoryEnd, now: Date): Promise<void> {
  await db
    .updateTable('history_scan')
    .set({
      state: 'done',
      engine_version: end.engineVersion,
      key_id: end.keyId,
      asked_by: null,
      commits_done: end.commits,
      commits_total: end.commits,
      found: end.found,
      unseen: JSON.stringify(end.unseen),
      updated_at: now,
      done_at: now,
      covers_until: end.coversUntil,
    })
    .where('repository_id', '=', repositoryId)
    .execute();
}

/**
 * Repositories whose history was never read, or in which findings wait to be known by another key; `limit` at most. Archived
 * ones as well: what is in them can be read by as many. Of a suspended installation nothing can be read.
 */
export function withoutHistoryScan(db: Db, keyId: string, limit: number): Promise<RepositoryRow[]> {
  return db
    .selectFrom('repository')
    .selectAll('repository')
    .innerJoin('installation', 'installation.id', 'repository.installation_id')
    .leftJoin('history_scan', 'history_scan.repository_id', 'repository.id')
    .where('repository.removed_at', 'is', null)
    .where('installation.removed_at', 'is', null)
    .where('installation.suspended_at', 'is', null)
    .where(({ eb, or, and, exists, selectFrom }) =>
      or([
        eb('history_scan.repository_id', 'is', null),
        and([
          eb('history_scan.key_id', '!=', keyId),
          exists(selectFrom('finding').select('fingerprint').whereRef('finding.repository_id', '=', 'repository.id')),
        ]),
      ]),
    )
    .orderBy('repository.id')
    .limit(limit)
    .execute();
}
