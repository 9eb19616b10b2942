/** Every few minutes, organisations whose weekly digest is due are put in line. */
import { digestJob, isDigestDue } from '../flows/reports/digest.js';
import { reportsPolicyOf } from '../flows/reports/organisation.js';
import { activeInstallations } from '../infra/db/installations.js';
import { enqueue } from '../infra/queue/queue.js';
import type { Chore } from './_chore.js';

const chore: Chore = {
  everyMs: 10 * 60_000,
  async run({ db, clock }) {
    for (const { id } of await activeInstallations(db)) {
      const policy = await reportsPolicyOf(db, id);
      if (await isDigestDue(policy, id, { db, now: clock.now() })) await enqueue(db, clock, [digestJob(id)]);
    }
  },
};
export default chore;
