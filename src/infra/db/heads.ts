/** Judged heads and posted check runs: what was looked at on which commit, and what was said there. */
import type { Db } from './database.js';
import type { Sighting } from './service-tables.js';

/** What is known of a commit: it and everything before it on its branch was looked at, but for `unseen`. */
export interface Head {
  readonly sha: string;
  readonly engineVersion: string;
  readonly commits: number;
  readonly files: number;
  readonly sightings: readonly Sighting[];
  readonly unseen: readonly { readonly what: string; readonly reason: string }[];
}

/** The head as judged with these rules; null when it was not, or with others. */
export async function findHead(db: Db, repositoryId: number, sha: string, engineVersion: string): Promise<Head | null> {
  const row = await db
    .selectFrom('head')
    .selectAll()
    .where('repository_id', '=', repositoryId)
    .where('sha', '=', sha)
    .where('engine_version', '=', engineVersion)
    .executeTakeFirst();
  if (!row) return null;
  const { commits, files, sightings, unseen } = row;
  return { sha, engineVersion, commits, files, sightings, unseen };
}

export async function saveHead(db: Db, repositoryId: number, head: Head, now: Date): Promise<void> {
  const columns = {
    engine_version: head.engineVersion,
    commits: head.commits,
    files: head.files,
    sightings: JSON.stringify(head.sightings),
    unseen: JSON.stringify(head.unseen),
    judged_at: now,
  };
  await db
    .insertInto('head')
    .values({ repository_id: repositoryId, sha: head.sha, ...columns })
    .onConflict((conflict) => conflict.columns(['repository_id', 'sha']).doUpdateSet(columns))
    .execute();
}

/** Shas of the repository's heads that carry the finding. */
export async function headsWith(db: Db, repositoryId: number, fingerprint: string): Promise<string[]> {
  const rows = await db
    .selectFrom('head')
    .select(['sha', 'sightings'])
    .where('repository_id', '=', repositoryId)
    .orderBy('judged_at', 'desc')
    .execute();
  return rows.filter((row) => row.sightings.some((one) => one.fingerprint === fingerprint)).map((row) => row.sha);
}

export interface PostedCheck {
  readonly runId: number;
  readonly digest: string;
}

export async function findCheck(db: Db, repositoryId: number, sha: string, name: string): Promise<PostedCheck | null> {
  const row = await db
    .selectFrom('check_run')
    .select(['run_id', 'digest'])
    .where('repository_id', '=', repositoryId)
    .where('head_sha', '=', sha)
    .where('name', '=', name)
    .executeTakeFirst();
  return row ? { runId: row.run_id, digest: row.digest } : null;
}

export async function saveCheck(
  db: Db,
  repositoryId: number,
  sha: string,
  name: string,
  posted: PostedCheck & { readonly conclusion: string },
  now: Date,
): Promise<void> {
  const columns = {
    run_id: posted.runId,
    digest: posted.digest,
    conclusion: posted.conclusion,
    updated_at: now,
  };
  await db
    .insertInto('check_run')
    .values({ repository_id: repositoryId, head_sha: sha, name, ...columns })
    .onConflict((conflict) => conflict.columns(['repository_id', 'head_sha', 'name']).doUpdateSet(columns))
    .execute();
}
