/** Blobs that were looked at whole, so that a merge or a second look at the history does not read them again. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from './database.js';

export interface BlobAt {
  readonly sha: string;
  /** Some rules judge by it. */
  readonly path: string;
}

/** Whose eyes: another version of the rules looks again. */
export interface Looker {
  readonly repositoryId: number;
  readonly engineVersion: string;
  /**
   * Absent for blobs in which nothing was found. With the key of their fingerprints blobs are remembered whose findings are on
   * record: whoever only wants findings on record need not read them again.
   */
  readonly keyId?: string;
}

/** Rows of one statement: PostgreSQL takes 65,535 parameters. */
const ROWS = 5000;

function digestOf({ engineVersion, keyId }: Looker, { sha, path }: BlobAt): string {
  const eyes = keyId === undefined ? engineVersion : `${engineVersion}:${keyId}`;
  return createHash('sha256').update(`${eyes}\0${sha}\0${path}`).digest('hex').slice(0, 32);
}

/** Tells which of `blobs` were looked at before. */
export async function knownBlobs(db: Db, looker: Looker, blobs: readonly BlobAt[]): Promise<(blob: BlobAt) => boolean> {
  if (blobs.length === 0) return () => false;
  const digests = blobs.map((blob) => digestOf(looker, blob));
  const rows = await db
    .selectFrom('clean_blob')
    .select('digest')
    .where('repository_id', '=', looker.repositoryId)
    // One parameter, however many there are.
    .where(sql<boolean>`digest = any(${digests}::text[])`)
    .execute();
  const known = new Set(rows.map(({ digest }) => digest));
  return (blob) => known.has(digestOf(looker, blob));
}

export async function rememberBlobs(db: Db, looker: Looker, blobs: readonly BlobAt[], now: Date): Promise<void> {
  const { repositoryId, engineVersion } = looker;
  const digests = [...new Set(blobs.map((blob) => digestOf(looker, blob)))];
  for (let from = 0; from < digests.length; from += ROWS) {
    await db
      .insertInto('clean_blob')
      .values(
        digests
          .slice(from, from + ROWS)
          .map((digest) => ({ repository_id: repositoryId, digest, engine_version: engineVersion, seen_at: now })),
      )
      .onConflict((conflict) => conflict.columns(['repository_id', 'digest']).doUpdateSet({ seen_at: now }))
      .execute();
  }
}

/** Forgets what other rules saw, what is older than `before`, and the oldest past `keep` rows. */
export async function forgetBlobs(
  db: Db,
  { engineVersion, before, keep }: { readonly engineVersion: string; readonly before: Date; readonly keep: number },
): Promise<void> {
  await db
    .deleteFrom('clean_blob')
    .where(({ eb, or }) => or([eb('engine_version', '!=', engineVersion), eb('seen_at', '<', before)]))
    .execute();
  const oldest = await db
    .selectFrom('clean_blob')
    .select('seen_at')
    .orderBy('seen_at', 'desc')
    .offset(keep)
    .limit(1)
    .executeTakeFirst();
  if (oldest) await db.deleteFrom('clean_blob').where('seen_at', '<=', oldest.seen_at).execute();
}
