/** Stores webhooks: delivery and jobs in one transaction, many that arrive at once in one commit, a verdict for each. */
import { type NewDelivery, insertDeliveries, restorePayload } from '../db/deliveries.js';
import type { Database, Db } from '../db/database.js';
import { rearmJobs } from '../db/job-care.js';
import { insertJobs } from '../db/jobs.js';
import { fromSpec } from './queue.js';
import type { JobSpec } from './types.js';
import type { Clock } from '../../core/clock.js';

export type { NewDelivery };

/** `seen`: the guid was there already; its parked jobs, if any, are back in line. */
export type Received = 'stored' | 'seen';

export interface Receiver {
  /** Resolves after commit: what is answered then survives the end of the process. */
  receive(delivery: NewDelivery, jobs: readonly JobSpec[]): Promise<Received>;
}

/** A commit waits for the disk, so whatever arrives meanwhile shares the next one. */
const BATCH_ROWS = 200;
const BATCH_BYTES = 8 * 1024 * 1024;

interface Waiting {
  readonly delivery: NewDelivery;
  readonly jobs: readonly JobSpec[];
  readonly resolve: (received: Received) => void;
  readonly reject: (error: unknown) => void;
}

export function createReceiver({ db, clock }: { readonly db: Database; readonly clock: Clock }): Receiver {
  const waiting: Waiting[] = [];
  let busy = false;

  async function drain(): Promise<void> {
    busy = true;
    while (waiting.length > 0) await settle(db, clock, nextBatch(waiting));
    busy = false;
  }

  return {
    receive: (delivery, jobs) =>
      new Promise((resolve, reject) => {
        waiting.push({ delivery, jobs, resolve, reject });
        if (!busy) void drain();
      }),
  };
}

function nextBatch(waiting: Waiting[]): Waiting[] {
  let bytes = 0;
  let count = 0;
  for (const { delivery } of waiting) {
    bytes += delivery.payload?.length ?? 0;
    if (count > 0 && (count >= BATCH_ROWS || bytes > BATCH_BYTES)) break;
    count += 1;
  }
  return waiting.splice(0, count);
}

/** Never throws: every verdict goes to the one who waits for it. When a batch fails, each is tried alone. */
async function settle(db: Database, clock: Clock, batch: readonly Waiting[]): Promise<void> {
  try {
    const stored = await store(db, clock, batch);
    const first = new Set<string>();
    for (const { delivery, resolve } of batch) {
      resolve(stored.has(delivery.guid) && !first.has(delivery.guid) ? 'stored' : 'seen');
      first.add(delivery.guid);
    }
  } catch (error) {
    const [only] = batch;
    if (batch.length === 1) only?.reject(error);
    else for (const each of batch) await settle(db, clock, [each]);
  }
}

function store(db: Database, clock: Clock, batch: readonly Waiting[]): Promise<ReadonlySet<string>> {
  const distinct = new Map<string, Waiting>();
  for (const each of batch) if (!distinct.has(each.delivery.guid)) distinct.set(each.delivery.guid, each);
  const now = clock.now();
  return db.kysely.transaction().execute(async (trx) => {
    const deliveries = [...distinct.values()].map(({ delivery }) => delivery);
    const stored = await insertDeliveries(trx, deliveries);
    const jobs = [...distinct.values()]
      .filter(({ delivery }) => stored.has(delivery.guid))
      .flatMap((each) => each.jobs.map((job) => ({ ...fromSpec(job, now), deliveryGuid: each.delivery.guid })));
    await insertJobs(trx, jobs, now);
    for (const delivery of deliveries) if (!stored.has(delivery.guid)) await receiveAgain(trx, delivery, now);
    return stored;
  });
}

async function receiveAgain(db: Db, delivery: NewDelivery, now: Date): Promise<void> {
  await restorePayload(db, delivery.guid, delivery.payload);
  await rearmJobs(db, { deliveryGuid: delivery.guid }, now);
}
