/** Where each service stood day by day, and which have no word of a day yet. Days on which nobody looked are not filled in. */
import { type Selectable, sql } from 'kysely';
import type { Snapshot } from '../../domain/outlook/snapshot.js';
import type { Db } from './database.js';
import type { SnapshotTable } from './readiness-tables.js';

export type StoredSnapshot = Selectable<SnapshotTable>;

/** Replaces what was kept of the same days; `snapshots` are of different ones. */
export async function saveSnapshots(db: Db, repositoryId: number, snapshots: readonly Snapshot[]): Promise<void> {
  if (snapshots.length === 0) return;
  await db
    .insertInto('snapshot')
    .values(
      snapshots.map(({ openSecrets: open_secrets, launchOn: launch_on, ...figures }) => ({
        repository_id: repositoryId,
        ...figures,
        open_secrets,
        launch_on,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['repository_id', 'day']).doUpdateSet(({ ref }) => ({
        score: ref('excluded.score'),
        met: ref('excluded.met'),
        applicable: ref('excluded.applicable'),
        required: ref('excluded.required'),
        waived: ref('excluded.waived'),
        stale: ref('excluded.stale'),
        blockers: ref('excluded.blockers'),
        open_secrets: ref('excluded.open_secrets'),
        launch_on: ref('excluded.launch_on'),
      })),
    )
    .execute();
}

/** Of one repository since a calendar date, that day included, oldest first. */
export async function snapshotsSince(db: Db, repositoryId: number, since: string): Promise<readonly Snapshot[]> {
  const rows = await db
    .selectFrom('snapshot')
    .selectAll()
    .where('repository_id', '=', repositoryId)
    .where('day', '>=', since)
    .orderBy('day')
    .execute();
  return rows.map(snapshotOf);
}

/** A row as it was kept. */
export function snapshotOf(row: StoredSnapshot): Snapshot {
  const { repository_id, open_secrets: openSecrets, launch_on: launchOn, ...figures } = row;
  return { ...figures, openSecrets, launchOn };
}

/** A repository of which nothing is on record for a day. */
export interface Unseen {
  readonly repositoryId: number;
  readonly installationId: number;
}

/** A page by repository of those that have a baseline and no snapshot of `day`, a calendar date. */
export function withoutSnapshot(
  db: Db,
  day: string,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<Unseen[]> {
  return db
    .selectFrom('baseline')
    .innerJoin('repository', 'repository.id', 'baseline.repository_id')
    .leftJoin('snapshot', (join) =>
      join.onRef('snapshot.repository_id', '=', 'repository.id').on('snapshot.day', '=', day),
    )
    .select(['repository.id as repositoryId', 'repository.installation_id as installationId'])
    .where('snapshot.day', 'is', null)
    .where('repository.removed_at', 'is', null)
    .where('repository.archived', '=', false)
    .where('repository.id', '>', after)
    .orderBy('repository.id')
    .limit(limit)
    .execute();
}

/** Forgets the days before a calendar date. */
export async function pruneSnapshots(db: Db, before: string): Promise<void> {
  await sql`delete from snapshot where day < ${before}`.execute(db);
}
