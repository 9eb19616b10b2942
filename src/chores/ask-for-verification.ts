/** Every few minutes the repositories that nobody looked at for longest are put in line: not every change sends a webhook. */
import { verificationJob } from '../flows/request-verification.js';
import { inTransaction } from '../infra/db/database.js';
import { dueForVerification, noteAsked } from '../infra/db/verifications.js';
import { enqueue } from '../infra/queue/queue.js';
import type { Chore } from './_chore.js';

/** How old a look may become: what was verified yesterday may be otherwise today. */
const MAX_AGE = 86_400_000;

/**
 * Of one installation in five minutes: 5,760 repositories a day. A look takes 25 requests at most, so that is half of what GitHub
 * allows an organisation of so many repositories. @see docs/decisions/0014-verification.md
 */
const EACH = 20;

/** Between two of one installation, in milliseconds, so that people's ticks and commands find room between them. */
const SPACING = 10_000;

const chore: Chore = {
  everyMs: 5 * 60_000,
  async run({ db, clock }) {
    const now = clock.now();
    const due = await dueForVerification(db, { before: new Date(now.getTime() - MAX_AGE), each: EACH });
    const waiting = new Map<number, number>();
    const jobs = due.map(({ repository, installationId }) => {
      const before = waiting.get(installationId) ?? 0;
      waiting.set(installationId, before + 1);
      return verificationJob(repository, installationId, new Date(now.getTime() + before * SPACING));
    });
    // Both or neither: one that is noted and not in line would be looked at a day later.
    await inTransaction(db, async (trx) => {
      await noteAsked(
        trx,
        due.map(({ repository }) => repository.id),
        now,
      );
      await enqueue(trx, clock, jobs);
    });
  },
};
export default chore;
