/** The sweep of GitHub's delivery log: how far it is, and which webhooks it has found that we do not have. */
import { type Selectable, sql } from 'kysely';
import type { Db } from './database.js';
import type { LostDeliveryTable, SweepTable } from './recovery-tables.js';

export type SweepRow = Selectable<SweepTable>;
export type LostDelivery = Selectable<LostDeliveryTable>;

/** The sweep under way, or the last one; undefined when there was none. */
export function findSweep(db: Db): Promise<SweepRow | undefined> {
  return db.selectFrom('sweep').selectAll().executeTakeFirst();
}

/** Its figures begin at zero. */
export async function beginSweep(db: Db, since: Date, now: Date): Promise<void> {
  const row = {
    ...{ since, started_at: now, cursor: null, is_listed: false, ended_at: null },
    ...{ looked: 0, found: 0, sent_again: 0, taken_in: 0, given_up: 0 },
  };
  await db
    .insertInto('sweep')
    .values({ id: 1, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
}

/** A page of GitHub's list: what is missing and where the list goes on; `next` null at its end. */
export async function saveSweptPage(
  trx: Db,
  page: { readonly looked: number; readonly lost: readonly NewlyLost[]; readonly next: string | null },
  now: Date,
): Promise<void> {
  const found = await noteLost(trx, page.lost, now);
  await trx
    .updateTable('sweep')
    .set((row) => ({
      cursor: page.next,
      is_listed: page.next === null,
      looked: sql<number>`${row.ref('looked')} + ${page.looked}`,
      found: sql<number>`${row.ref('found')} + ${found}`,
    }))
    .execute();
}

export type NewlyLost = Pick<LostDelivery, 'guid' | 'delivery_id' | 'event'>;

/** What is noted already, tried or given up, stays as it is. Guids in `lost` are distinct. */
async function noteLost(trx: Db, lost: readonly NewlyLost[], now: Date): Promise<number> {
  if (lost.length === 0) return 0;
  const rows = await trx
    .insertInto('lost_delivery')
    .values(lost.map((each) => ({ ...each, next_try_at: now, found_at: now })))
    .onConflict((conflict) => conflict.column('guid').doNothing())
    .returning('guid')
    .execute();
  return rows.length;
}

/** Those to be tried now, oldest attempt first. What has come in meanwhile, by itself or sent again, is forgotten first. */
export async function dueLost(db: Db, now: Date, limit: number): Promise<LostDelivery[]> {
  await sql`delete from lost_delivery using delivery where delivery.guid = lost_delivery.guid`.execute(db);
  return db
    .selectFrom('lost_delivery')
    .selectAll()
    .where('next_try_at', '<=', now)
    .orderBy('delivery_id')
    .limit(limit)
    .execute();
}

/** One try was made; `nextTryAt` null gives it up. */
export async function noteTry(db: Db, guid: string, nextTryAt: Date | null): Promise<void> {
  await db
    .updateTable('lost_delivery')
    .set((row) => ({ tries: sql<number>`${row.ref('tries')} + 1`, next_try_at: nextTryAt }))
    .where('guid', '=', guid)
    .execute();
}

export async function forgetLost(db: Db, guid: string): Promise<void> {
  await db.deleteFrom('lost_delivery').where('guid', '=', guid).execute();
}

export async function countInSweep(db: Db, what: 'sent_again' | 'taken_in' | 'given_up'): Promise<void> {
  await db
    .updateTable('sweep')
    .set((row) => ({ [what]: sql<number>`${row.ref(what)} + 1` }))
    .execute();
}

/** GitHub has dropped what was found before `before`: nothing can be done about it any more. */
export async function endSweep(db: Db, before: Date, now: Date): Promise<void> {
  await db.deleteFrom('lost_delivery').where('found_at', '<', before).execute();
  await db.updateTable('sweep').set({ ended_at: now }).execute();
}

/** Webhooks that are not here yet, by whether another try is to come. */
export async function countLost(db: Db): Promise<{ readonly waiting: number; readonly givenUp: number }> {
  const { rows } = await sql<{ waiting: number; given_up: number }>`
    select count(next_try_at)::int as waiting, (count(*) - count(next_try_at))::int as given_up
    from lost_delivery`.execute(db);
  return { waiting: rows[0]?.waiting ?? 0, givenUp: rows[0]?.given_up ?? 0 };
}
