/** Readiness issues and custom properties that organisations ask for are put in line to be made right, each about once an hour. */
import { propertiesChore, reportsPolicyOf } from '../flows/reports/organisation.js';
import { propertiesJob } from '../flows/reports/properties.js';
import { readinessEffect, readinessIssueJob } from '../flows/reports/readiness-issue.js';
import { lastGood } from '../infra/db/chores.js';
import { findEffect } from '../infra/db/effects.js';
import { activeInstallations } from '../infra/db/installations.js';
import { enqueue } from '../infra/queue/queue.js';
import type { Chore } from './_chore.js';

const HOUR = 3_600_000;

const chore: Chore = {
  // More often than it writes: what changes just after an edit is not to wait for two hours.
  everyMs: HOUR / 3,
  async run({ db, clock }) {
    const hourAgo = clock.now().getTime() - HOUR;
    for (const { id } of await activeInstallations(db)) {
      const { readinessIssue, customProperties } = await reportsPolicyOf(db, id);
      // One that is there and not asked for any more has to be closed.
      const hasIssue = readinessIssue || (await findEffect(db, readinessEffect(id))) !== null;
      const propertiesAt = customProperties ? await lastGood(db, propertiesChore(id)) : null;
      const isOld = propertiesAt === null || propertiesAt.getTime() <= hourAgo;
      await enqueue(db, clock, [
        ...(hasIssue ? [readinessIssueJob(id)] : []),
        ...(customProperties && isOld ? [propertiesJob(id)] : []),
      ]);
    }
  },
};
export default chore;
