/** Every few minutes, and at every start, onboardings that are not finished are put in line: none may stop for a lost or parked job. */
import { onboardJob } from '../flows/onboard.js';
import { unfinishedOnboardings } from '../infra/db/onboarding.js';
import { enqueue } from '../infra/queue/queue.js';
import type { Chore } from './_chore.js';

const chore: Chore = {
  everyMs: 10 * 60_000,
  async run({ db, clock }) {
    const installations = await unfinishedOnboardings(db);
    await enqueue(
      db,
      clock,
      installations.map((id) => onboardJob(id)),
    );
  },
};
export default chore;
