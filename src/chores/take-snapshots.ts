/** Looks at every service once a day, from the database: rows that the calendar changed are worked out anew, and the day is kept. */
import { dayOf } from '../core/clock.js';
import { addDays } from '../domain/life/terms.js';
import { keepReadiness } from '../flows/keep-readiness.js';
import { forgetRemoved } from '../infra/db/readiness.js';
import { pruneSnapshots, type Unseen, withoutSnapshot } from '../infra/db/snapshots.js';
import type { Chore, ChoreContext } from './_chore.js';

const HOUR = 3_600_000;

/** Repositories to one reading of the list. */
const PAGE = 200;

/** More than a year, so that a launch can be held against the one a year ago. Days. */
const KEPT = 400;

/**
 * Goes on where it was cut off: who has a snapshot of today was looked at. A day on which it never ran stays without one. Every hour, so
 * that a new day begins soon, and a run that failed is made good.
 */
const chore: Chore = {
  everyMs: HOUR,
  async run(context) {
    const { db, clock, log } = context;
    const today = dayOf(clock.now());
    await forgetRemoved(db);
    await pruneSnapshots(db, addDays(today, -KEPT));
    let looked = 0;
    let page: readonly Unseen[];
    let after = 0;
    do {
      page = await withoutSnapshot(db, today, { after, limit: PAGE });
      for (const unseen of page) {
        // Past midnight it is the next day's, and the next run begins from the first again.
        if (await look(unseen, context)) looked += 1;
      }
      after = page.at(-1)?.repositoryId ?? after;
    } while (page.length === PAGE);
    if (looked > 0) log.info({ looked }, 'where services stand was kept for the day');
  },
};

/** False where it failed: one that cannot be read does not keep those behind it from their day. */
async function look(
  { repositoryId, installationId }: Unseen,
  { db, clock, log, checklists }: ChoreContext,
): Promise<boolean> {
  try {
    const job = { delivery: 'take-snapshots', installationId };
    await keepReadiness(repositoryId, { db, clock, checklists, job });
    return true;
  } catch (error) {
    log.error({ err: error, repositoryId }, 'where a service stands could not be kept');
    return false;
  }
}
export default chore;
