/** Judged heads and posted check runs: what was looked at on which commit, and what was said there. */
import { type Selectable, sql } from 'kysely';
import type { Db } from './database.js';
import type { HeadTable, Sighting } from './service-tables.js';

/**
 * What is known of a commit: everything that it has and the default branch had not was looked at, but for `unseen`. Of the
 * default branch: everything since the first push we saw.
 */
export interface Head {
  readonly sha: string;
  /** The head that this one goes on from, and whose findings it carries; null when it was read from the default branch on. */
  readonly follows: string | null;
  readonly engineVersion: string;
  readonly commits: number;
  readonly files: number;
  readonly sightings: readonly Sighting[];
  readonly unseen: readonly { readonly what: string; readonly reason: string }[];
  /** Where findings of earlier commits stand in this one's files; null until that was looked up. */
  readonly standing: readonly Sighting[] | null;
}

/** The head as judged, whichever rules looked: compare `engineVersion` where that matters. */
export async function findHead(db: Db, repositoryId: number, sha: string): Promise<Head | null> {
  const row = await db
    .selectFrom('head')
    .selectAll()
    .where('repository_id', '=', repositoryId)
    .where('sha', '=', sha)
    .executeTakeFirst();
  return row ? headOf(row) : null;
}

/** Those of `shas` that these rules have judged. */
export async function judgedBy(
  db: Db,
  repositoryId: number,
  engineVersion: string,
  shas: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('head')
    .select('sha')
    .where('repository_id', '=', repositoryId)
    .where('engine_version', '=', engineVersion)
    .where(sql<boolean>`sha = any(${shas}::text[])`)
    .execute();
  return new Set(rows.map(({ sha }) => sha));
}

/**
 * Nobody has looked at any head but `sha`, from now on: they were read from the default branch on, which has lost commits that they may
 * bring back. What was found on them stays.
 */
export async function forgetLooks(db: Db, repositoryId: number, sha: string): Promise<void> {
  await db
    .updateTable('head')
    .set({ engine_version: '' })
    .where('repository_id', '=', repositoryId)
    .where('sha', '<>', sha)
    .execute();
}

/** Heads that go on from `sha`: judged before it where webhooks came in another order than the pushes. */
export async function headsAfter(db: Db, repositoryId: number, sha: string): Promise<Head[]> {
  const rows = await db
    .selectFrom('head')
    .selectAll()
    .where('repository_id', '=', repositoryId)
    .where('follows', '=', sha)
    .execute();
  return rows.map(headOf);
}

const HEAD_LOCK = 7_329_004;

/** One writer of a repository's heads at a time, until the transaction ends: what one adds, the other has to see. */
export async function lockHeads(trx: Db, repositoryId: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(${HEAD_LOCK}::int, hashtext(${String(repositoryId)}))`.execute(trx);
}

export async function saveHead(db: Db, repositoryId: number, head: Head, now: Date): Promise<void> {
  const columns = {
    follows: head.follows,
    engine_version: head.engineVersion,
    commits: head.commits,
    files: head.files,
    sightings: JSON.stringify(head.sightings),
    unseen: JSON.stringify(head.unseen),
    standing: head.standing === null ? null : JSON.stringify(head.standing),
    judged_at: now,
  };
  await db
    .insertInto('head')
    .values({ repository_id: repositoryId, sha: head.sha, ...columns })
    .onConflict((conflict) => conflict.columns(['repository_id', 'sha']).doUpdateSet(columns))
    .execute();
}

/** What a branch went on from comes last: a busy branch has many such heads, and mostly nobody asks for them any more. */
const WENT_ON = sql<boolean>`exists (
  select from head as next where next.repository_id = head.repository_id and next.follows = head.sha)`;

/** Shas of `limit` heads of the repository that carry the finding: ends of branches first, then the newest. */
export async function headsWith(
  db: Db,
  repositoryId: number,
  fingerprint: string,
  limit: number,
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('head')
    .select('sha')
    .where('repository_id', '=', repositoryId)
    // A fingerprint is hexadecimal and long: it stands in no other field.
    .where(sql<boolean>`sightings::text like ${`%${fingerprint}%`}`)
    .orderBy(WENT_ON)
    .orderBy('judged_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ sha }) => sha);
}

/** Shas of `limit` heads on which anything was found, or that were not seen whole, in the same order. */
export async function headsWithFindings(db: Db, repositoryId: number, limit: number): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('head')
    .select('sha')
    .where('repository_id', '=', repositoryId)
    .where(sql<boolean>`(sightings::text <> '[]' or unseen::text <> '[]')`)
    .orderBy(WENT_ON)
    .orderBy('judged_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ sha }) => sha);
}

/**
 * Shas of `limit` heads on which `name` says something although nobody could look: it neither passed, nor is a try under way, nor is
 * anything known of the commit.
 */
export async function headsUnread(
  db: Db,
  repositoryId: number,
  name: string,
  limit: number,
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('check_run')
    .select('head_sha')
    .where('repository_id', '=', repositoryId)
    .where('name', '=', name)
    .where('conclusion', 'not in', ['success', 'pending'])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('head')
            .select('sha')
            .whereRef('head.repository_id', '=', 'check_run.repository_id')
            .whereRef('head.sha', '=', 'check_run.head_sha'),
        ),
      ),
    )
    .orderBy('updated_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ head_sha }) => head_sha);
}

/** Shas of the heads of the repository that were not seen whole. */
export async function headsUnseen(db: Db, repositoryId: number): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('head')
    .select('sha')
    .where('repository_id', '=', repositoryId)
    .where(sql<boolean>`unseen::text <> '[]'`)
    .execute();
  return new Set(rows.map(({ sha }) => sha));
}

/** What was not seen on these heads has been seen since, otherwise. */
export async function clearUnseen(db: Db, repositoryId: number, shas: readonly string[]): Promise<void> {
  await db
    .updateTable('head')
    .set({ unseen: '[]' })
    .where('repository_id', '=', repositoryId)
    .where(sql<boolean>`sha = any(${shas}::text[])`)
    .execute();
}

/** Keeps where findings stand, unless more was found on the head since `head` was read. */
export async function saveStanding(
  db: Db,
  repositoryId: number,
  head: Head,
  standing: readonly Sighting[],
): Promise<void> {
  await db
    .updateTable('head')
    .set({ standing: JSON.stringify(standing) })
    .where('repository_id', '=', repositoryId)
    .where('sha', '=', head.sha)
    .where(sql<boolean>`sightings::text = ${JSON.stringify(head.sightings)}`)
    .execute();
}

function headOf(row: Selectable<HeadTable>): Head {
  const { sha, follows, engine_version: engineVersion, commits, files, sightings, unseen, standing } = row;
  return { sha, follows, engineVersion, commits, files, sightings, unseen, standing };
}

export interface PostedCheck {
  readonly runId: number;
  readonly digest: string;
  /** `pending` while the run is in progress. */
  readonly conclusion: string;
  /** Annotations were sent with it. */
  readonly annotated: boolean;
}

export async function findCheck(db: Db, repositoryId: number, sha: string, name: string): Promise<PostedCheck | null> {
  const row = await db
    .selectFrom('check_run')
    .select(['run_id', 'digest', 'conclusion', 'annotated'])
    .where('repository_id', '=', repositoryId)
    .where('head_sha', '=', sha)
    .where('name', '=', name)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { run_id: runId, digest, conclusion, annotated } = row;
  return { runId, digest, conclusion, annotated };
}

export async function saveCheck(
  db: Db,
  repositoryId: number,
  sha: string,
  name: string,
  posted: PostedCheck,
  now: Date,
): Promise<void> {
  const columns = {
    run_id: posted.runId,
    digest: posted.digest,
    conclusion: posted.conclusion,
    annotated: posted.annotated,
    updated_at: now,
  };
  await db
    .insertInto('check_run')
    .values({ repository_id: repositoryId, head_sha: sha, name, ...columns })
    .onConflict((conflict) => conflict.columns(['repository_id', 'head_sha', 'name']).doUpdateSet(columns))
    .execute();
}

/** The heads on which a check of this name says just this. */
export async function checksOn(
  db: Db,
  repositoryId: number,
  name: string,
  digest: string,
): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('check_run')
    .select('head_sha')
    .where('repository_id', '=', repositoryId)
    .where('name', '=', name)
    .where('digest', '=', digest)
    .execute();
  return new Set(rows.map(({ head_sha }) => head_sha));
}

/** Has every check of the head written once more, also where it would say the same: somebody asked for it on GitHub. */
export async function forgetSaid(db: Db, repositoryId: number, sha: string): Promise<void> {
  await db
    .updateTable('check_run')
    .set({ digest: '' })
    .where('repository_id', '=', repositoryId)
    .where('head_sha', '=', sha)
    .execute();
}

/** True when a check of this name is on any head of the repository. */
export async function hasSaid(db: Db, repositoryId: number, name: string): Promise<boolean> {
  const row = await db
    .selectFrom('check_run')
    .select('run_id')
    .where('repository_id', '=', repositoryId)
    .where('name', '=', name)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
