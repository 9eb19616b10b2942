/** Accepted risks: what was asked for, who approved, which are in force. Rows are never deleted: they are the record. */
import { type Selectable, sql } from 'kysely';
import type { Waiver } from '../../domain/life/waiver.js';
import type { Db } from './database.js';
import type { WaiverTable } from './service-tables.js';

export interface StoredWaiver extends Waiver {
  readonly id: number;
  readonly repositoryId: number;
  readonly itemId: string;
  readonly state: 'asked' | 'active';
}

/** The requests that wait and the waivers in force, of all items of the repository or of one. */
export async function currentWaivers(db: Db, repositoryId: number, itemId?: string): Promise<StoredWaiver[]> {
  let select = db
    .selectFrom('waiver')
    .selectAll()
    .where('repository_id', '=', repositoryId)
    .where('state', 'in', ['asked', 'active']);
  if (itemId !== undefined) select = select.where('item_id', '=', itemId);
  const rows = await select.orderBy('id').execute();
  return rows.map(waiverOf);
}

/** A request takes the place of one that waits for the same item. */
export async function askForWaiver(
  db: Db,
  repositoryId: number,
  itemId: string,
  { requestedBy, requestedAt, until, reason }: Omit<Waiver, 'approvals' | 'activatedAt'>,
): Promise<void> {
  await closeWaivers(db, repositoryId, [itemId], ['asked']);
  await db
    .insertInto('waiver')
    .values({
      repository_id: repositoryId,
      item_id: itemId,
      requested_by: requestedBy,
      requested_at: new Date(requestedAt),
      until,
      reason,
      approvals: '[]',
      state: 'asked',
    })
    .execute();
}

/**
 * Keeps the approvals; with `activatedAt` the waiver is in force, and the one that held before ends. Answers false, and changes
 * nothing, when `waiver` is not what waits any more: it was withdrawn, replaced, or approved by another one meanwhile. In a
 * transaction: two people may decide at the same moment.
 */
export async function approveWaiver(
  trx: Db,
  waiver: Pick<StoredWaiver, 'id' | 'repositoryId' | 'itemId' | 'approvals'>,
  approvals: Waiver['approvals'],
  activatedAt: Date | null,
): Promise<boolean> {
  const { id, repositoryId, itemId } = waiver;
  const waiting = await trx
    .selectFrom('waiver')
    .select('approvals')
    .where('id', '=', id)
    .where('state', '=', 'asked')
    .forUpdate()
    .executeTakeFirst();
  if (waiting?.approvals.length !== waiver.approvals.length) return false;
  if (activatedAt !== null) await closeWaivers(trx, repositoryId, [itemId], ['active']);
  const active = activatedAt === null ? {} : { state: 'active' as const, activated_at: activatedAt };
  await trx
    .updateTable('waiver')
    .set({ approvals: JSON.stringify(approvals), ...active })
    .where('id', '=', id)
    .execute();
  return true;
}

/** What is in force ends, what waits lapses; answers the ids of those that did, for others may have ended by a decision meanwhile. */
export async function endWaivers(db: Db, ids: readonly number[]): Promise<readonly number[]> {
  const rows = await db
    .updateTable('waiver')
    .set({ state: CLOSED })
    .where(sql<boolean>`id = any(${[...ids]}::bigint[])`)
    .where('state', 'in', ['asked', 'active'])
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}

const CLOSED = sql<'ended' | 'withdrawn'>`case state when 'active' then 'ended' else 'withdrawn' end`;

/** Ends waivers in force and withdraws requests of the given items; answers how many. */
export async function closeWaivers(
  db: Db,
  repositoryId: number,
  itemIds: readonly string[],
  states: readonly ('asked' | 'active')[] = ['asked', 'active'],
): Promise<number> {
  if (itemIds.length === 0) return 0;
  const { numUpdatedRows } = await db
    .updateTable('waiver')
    .set({ state: CLOSED })
    .where('repository_id', '=', repositoryId)
    .where(sql<boolean>`item_id = any(${[...itemIds]}::text[])`)
    .where('state', 'in', states)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** A repository with something on record that time changes. */
export interface Due {
  readonly repositoryId: number;
  readonly installationId: number;
}

/** Repositories with a waiver in force, or a request for one, whose last day is `until` (a calendar date) or earlier. */
export function repositoriesWithWaivers(db: Db, until: string): Promise<Due[]> {
  return db
    .selectFrom('waiver')
    .innerJoin('repository', 'repository.id', 'waiver.repository_id')
    .select(['repository.id as repositoryId', 'repository.installation_id as installationId'])
    .distinct()
    .where('waiver.state', 'in', ['asked', 'active'])
    .where('waiver.until', '<=', until)
    .where('repository.removed_at', 'is', null)
    .execute();
}

/** Repositories in which somebody attested an item. */
export function repositoriesWithAttestations(db: Db): Promise<Due[]> {
  return db
    .selectFrom('item')
    .innerJoin('repository', 'repository.id', 'item.repository_id')
    .select(['repository.id as repositoryId', 'repository.installation_id as installationId'])
    .distinct()
    .where(sql<boolean>`item.state ->> 'kind' = 'done'`)
    .where('repository.removed_at', 'is', null)
    .execute();
}

function waiverOf(row: Selectable<WaiverTable>): StoredWaiver {
  return {
    id: row.id,
    repositoryId: row.repository_id,
    itemId: row.item_id,
    requestedBy: row.requested_by,
    requestedAt: row.requested_at.toISOString(),
    until: row.until,
    reason: row.reason,
    approvals: row.approvals,
    state: row.state === 'active' ? 'active' : 'asked',
    activatedAt: row.activated_at?.toISOString() ?? null,
  };
}
