/** Webhooks as received: the guid is the key, the payload stays only as long as a job needs it. */
import { sql } from 'kysely';
import type { Db } from './database.js';

export interface NewDelivery {
  readonly guid: string;
  readonly event: string;
  readonly action: string | null;
  readonly installationId: number | null;
  readonly repositoryId: number | null;
  readonly receivedAt: Date;
  /** The JSON text; null where no job needs it. */
  readonly payload: string | null;
}

const DAY_MS = 86_400_000;
/** GitHub itself keeps and redelivers for three days. */
const PARKED_PAYLOAD_MS = 3 * DAY_MS;
/** Twice what an Enterprise Server redelivers (seven days): a guid seen again later than that is impossible. */
const HISTORY_MS = 14 * DAY_MS;
const PARKED_HISTORY_MS = 90 * DAY_MS;
/** What no delivery asked for is only for people to look at: the rounds through 10,000 repositories make 100,000 jobs a day. */
const OWN_HISTORY_MS = DAY_MS;

/** Stores those not seen before and answers their guids. Guids in `deliveries` are distinct. */
export async function insertDeliveries(db: Db, deliveries: readonly NewDelivery[]): Promise<ReadonlySet<string>> {
  const rows = await db
    .insertInto('delivery')
    .values(
      deliveries.map((delivery) => ({
        guid: delivery.guid,
        event: delivery.event,
        action: delivery.action,
        installation_id: delivery.installationId,
        repository_id: delivery.repositoryId,
        received_at: delivery.receivedAt,
        payload: delivery.payload,
      })),
    )
    .onConflict((conflict) => conflict.column('guid').doNothing())
    .returning('guid')
    .execute();
  return new Set(rows.map((row) => row.guid));
}

/** Of `guids`, those stored; for the sweep of GitHub's delivery log. */
export async function knownDeliveries(db: Db, guids: readonly string[]): Promise<ReadonlySet<string>> {
  if (guids.length === 0) return new Set();
  const rows = await db
    .selectFrom('delivery')
    .select('guid')
    .where(sql<boolean>`guid = any(${guids}::text[])`)
    .execute();
  return new Set(rows.map((row) => row.guid));
}

/** A redelivery brings back the payload that parked jobs had lost to `sweepPayloads`. */
export async function restorePayload(db: Db, guid: string, payload: string | null): Promise<void> {
  await db
    .updateTable('delivery')
    .set({ payload })
    .where('guid', '=', guid)
    .where('payload', 'is', null)
    .where(({ exists, selectFrom }) =>
      exists(selectFrom('job').select('id').where('delivery_guid', '=', guid).where('state', '=', 'parked')),
    )
    .execute();
}

/** Deletes payloads that no job needs: all done, or parked for three days after reception. Answers how many. */
export async function sweepPayloads(db: Db, now: Date): Promise<number> {
  const parkedBefore = new Date(now.getTime() - PARKED_PAYLOAD_MS);
  const { numAffectedRows } = await sql`
    update delivery set payload = null
    where payload is not null
      and not exists (select from job where delivery_guid = guid and state in ('pending', 'running'))
      and (received_at < ${parkedBefore}
        or not exists (select from job where delivery_guid = guid and state = 'parked'))`.execute(db);
  return Number(numAffectedRows ?? 0);
}

/** Deletes what nobody asks for any more: finished jobs and their deliveries after 14 days, jobs without one after a day, parked ones after 90. */
export async function sweepHistory(db: Db, now: Date): Promise<void> {
  const before = new Date(now.getTime() - HISTORY_MS);
  await db.deleteFrom('job').where('state', '=', 'done').where('finished_at', '<', before).execute();
  await db
    .deleteFrom('job')
    .where('state', '=', 'done')
    .where('finished_at', '<', new Date(now.getTime() - OWN_HISTORY_MS))
    .where('delivery_guid', 'is', null)
    .execute();
  await db
    .deleteFrom('job')
    .where('state', '=', 'parked')
    .where('finished_at', '<', new Date(now.getTime() - PARKED_HISTORY_MS))
    .execute();
  await sql`
    delete from delivery
    where received_at < ${before} and not exists (select from job where delivery_guid = guid)`.execute(db);
}
