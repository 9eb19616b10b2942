/** Watches the calendar: has repositories tended where a waiver is about to end or people attested something, and counts days to launches. */
import { dayOf } from '../core/clock.js';
import { addDays } from '../domain/life/terms.js';
import { LONGEST_NOTICE } from '../domain/life/course.js';
import { COUNTED_OVERDUE } from '../domain/checklist/index.js';
import { writeJob } from '../flows/note-edit.js';
import { lastGood, saveLastGood } from '../infra/db/chores.js';
import { repositoriesToLaunch } from '../infra/db/services.js';
import { type Due, repositoriesWithAttestations, repositoriesWithWaivers } from '../infra/db/waivers.js';
import { enqueue } from '../infra/queue/queue.js';
import type { JobSpec } from '../infra/queue/types.js';
import type { Chore } from './_chore.js';

const HOUR = 3_600_000;
const NAME = 'expire-waivers';

/** Jobs to one statement: PostgreSQL takes 65,535 parameters. */
const BATCH = 1_000;

const chore: Chore = {
  everyMs: HOUR,
  async run({ db, clock, log }) {
    const now = clock.now();
    const today = dayOf(now);
    const last = await lastGood(db, NAME);
    const waiving = await repositoriesWithWaivers(db, addDays(today, LONGEST_NOTICE));
    // Evidence ages by whole days, and headers count days: once a day is enough to look.
    const isNewDay = last === null || dayOf(last) !== today;
    const attested = isNewDay ? await repositoriesWithAttestations(db) : [];
    const launching = isNewDay ? await repositoriesToLaunch(db, addDays(today, -COUNTED_OVERDUE - 1)) : [];
    const due = new Map([...waiving, ...attested].map((one) => [one.repositoryId, one]));
    const jobs = [
      ...[...due.values()].map(jobFor),
      ...launching.map(({ repositoryId, installationId }) => writeJob(repositoryId, installationId)),
    ];
    for (let from = 0; from < jobs.length; from += BATCH) await enqueue(db, clock, jobs.slice(from, from + BATCH));
    await saveLastGood(db, NAME, now);
    if (jobs.length > 0) log.info({ tended: due.size, counted: launching.length }, 'the calendar was looked at');
  },
};
export default chore;

function jobFor({ repositoryId, installationId }: Due): JobSpec {
  return {
    handler: 'tend-items',
    subject: `baseline:${repositoryId}`,
    key: `tend-items:${repositoryId}`,
    installationId,
    data: { repositoryId },
  };
}
