/** The key of the fingerprints was changed: findings go on under their new one, with their state and wherever they were sighted. */
import { sql } from 'kysely';
import type { Db } from './database.js';

/** Fingerprints of one value, by the key before and by the one now. */
export interface Renamed {
  readonly from: string;
  readonly to: string;
}

/**
 * Renames what is known of `pairs`, and answers those. A finding that is known by both keeps what was decided of either.
 * Call it in a transaction that has locked the heads.
 */
export async function renameFindings(trx: Db, repositoryId: number, pairs: readonly Renamed[]): Promise<Renamed[]> {
  const known = await knownOf(
    trx,
    repositoryId,
    pairs.flatMap(({ from, to }) => [from, to]),
  );
  const done = new Map(pairs.filter(({ from, to }) => from !== to && known.has(from)).map((pair) => [pair.from, pair]));
  for (const { from, to } of done.values()) {
    if (known.has(to)) await merge(trx, repositoryId, { from, to });
    else {
      await trx
        .updateTable('finding')
        .set({ fingerprint: to, previous_fingerprint: from })
        .where('repository_id', '=', repositoryId)
        .where('fingerprint', '=', from)
        .execute();
    }
    // A fingerprint is hexadecimal and long: it stands in no other field.
    await sql`update head set sightings = replace(sightings::text, ${from}, ${to})::json, standing = null
      where repository_id = ${repositoryId} and sightings::text like ${`%${from}%`}`.execute(trx);
  }
  return [...done.values()];
}

async function knownOf(trx: Db, repositoryId: number, fingerprints: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await trx
    .selectFrom('finding')
    .select('fingerprint')
    .where('repository_id', '=', repositoryId)
    .where(sql<boolean>`fingerprint = any(${[...new Set(fingerprints)]}::text[])`)
    .execute();
  return new Set(rows.map(({ fingerprint }) => fingerprint));
}

async function merge(trx: Db, repositoryId: number, { from, to }: Renamed): Promise<void> {
  const old = await trx
    .deleteFrom('finding')
    .where('repository_id', '=', repositoryId)
    .where('fingerprint', '=', from)
    .returning(['state', 'settled_by', 'settled_at', 'settled_because'])
    .executeTakeFirstOrThrow();
  const row = trx.updateTable('finding').where('repository_id', '=', repositoryId).where('fingerprint', '=', to);
  await row.set({ previous_fingerprint: from }).execute();
  if (old.state !== 'open') await row.set(old).where('state', '=', 'open').execute();
}
