/** The baseline issue of each repository, and the state of each of its items. */
import { sql } from 'kysely';
import type { DatedChange } from '../../domain/checklist/index.js';
import type { Db } from './database.js';

export interface Baseline {
  readonly issue: { readonly number: number; readonly nodeId: string } | null;
  readonly absentBecause: string | null;
  readonly settledBody: string | null;
  /** Of the catalogue that the issue was last written from. */
  readonly catalogueDigest: string | null;
  /** What the top of the issue says that a catalogue changed. */
  readonly catalogueChange: DatedChange | null;
}

export async function findBaseline(db: Db, repositoryId: number): Promise<Baseline | null> {
  const row = await db.selectFrom('baseline').selectAll().where('repository_id', '=', repositoryId).executeTakeFirst();
  if (!row) return null;
  const { issue_number: number, issue_node_id: nodeId } = row;
  return {
    issue: number === null || nodeId === null ? null : { number, nodeId },
    absentBecause: row.absent_because,
    settledBody: row.settled_body,
    catalogueDigest: row.catalogue_digest,
    catalogueChange: row.catalogue_change,
  };
}

/** What is known of the repository's baseline from now on; fields left out stay as they are. */
export async function saveBaseline(db: Db, repositoryId: number, now: Date, change: Partial<Baseline>): Promise<void> {
  const columns = {
    ...(change.issue === undefined
      ? {}
      : { issue_number: change.issue?.number ?? null, issue_node_id: change.issue?.nodeId ?? null }),
    ...(change.absentBecause === undefined ? {} : { absent_because: change.absentBecause }),
    ...(change.settledBody === undefined ? {} : { settled_body: change.settledBody }),
    ...(change.catalogueDigest === undefined ? {} : { catalogue_digest: change.catalogueDigest }),
    ...(change.catalogueChange === undefined ? {} : { catalogue_change: jsonOrNull(change.catalogueChange) }),
    updated_at: now,
  };
  await db
    .insertInto('baseline')
    .values({ repository_id: repositoryId, ...columns })
    .onConflict((conflict) => conflict.column('repository_id').doUpdateSet(columns))
    .execute();
}

const jsonOrNull = (value: object | null): string | null => (value === null ? null : JSON.stringify(value));

/** States by item id, as stored; items never touched are absent. */
export async function itemStates(db: Db, repositoryId: number): Promise<ReadonlyMap<string, unknown>> {
  const rows = await db
    .selectFrom('item')
    .select(['item_id', 'state'])
    .where('repository_id', '=', repositoryId)
    .execute();
  return new Map(rows.map((row) => [row.item_id, row.state]));
}

/** The same of many repositories, by id; those with nothing on record are left out. */
export async function itemStatesOf(
  db: Db,
  repositoryIds: readonly number[],
): Promise<ReadonlyMap<number, ReadonlyMap<string, unknown>>> {
  const rows = await db
    .selectFrom('item')
    .select(['repository_id', 'item_id', 'state'])
    .where(sql<boolean>`repository_id = any(${repositoryIds}::bigint[])`)
    .execute();
  const states = new Map<number, Map<string, unknown>>();
  for (const { repository_id, item_id, state } of rows) {
    const known = states.get(repository_id) ?? new Map<string, unknown>();
    states.set(repository_id, known.set(item_id, state));
  }
  return states;
}

/** The stored state of one item, held against other writers until the transaction ends; null when it was never touched. */
export async function itemState(trx: Db, repositoryId: number, itemId: string): Promise<unknown> {
  const row = await trx
    .selectFrom('item')
    .select('state')
    .where('repository_id', '=', repositoryId)
    .where('item_id', '=', itemId)
    .forUpdate()
    .executeTakeFirst();
  return row?.state ?? null;
}

export async function saveItemState(
  db: Db,
  repositoryId: number,
  itemId: string,
  state: unknown,
  now: Date,
): Promise<void> {
  const columns = { state: JSON.stringify(state), updated_at: now };
  await db
    .insertInto('item')
    .values({ repository_id: repositoryId, item_id: itemId, ...columns })
    .onConflict((conflict) => conflict.columns(['repository_id', 'item_id']).doUpdateSet(columns))
    .execute();
}
