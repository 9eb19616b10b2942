/** Once a day: findings whose dismissal by an organisation ended count again, on their heads and in their issues. */
import { dayOf } from '../core/clock.js';
import { judgeHeadsJob } from '../flows/judge-heads.js';
import { writeJob } from '../flows/note-edit.js';
import { lastGood, saveLastGood } from '../infra/db/chores.js';
import { repositoriesWith } from '../infra/db/findings.js';
import { activeInstallations, findRepository } from '../infra/db/installations.js';
import { findPolicy } from '../infra/db/policies.js';
import { enqueue } from '../infra/queue/queue.js';
import type { Chore, ChoreContext } from './_chore.js';

const DAY = 86_400_000;
const NAME = 'end-dismissals';

const chore: Chore = {
  everyMs: DAY / 4,
  async run({ db, clock }) {
    const now = clock.now();
    const last = await lastGood(db, NAME);
    const [from, today] = [dayOf(last ?? new Date(now.getTime() - DAY)), dayOf(now)];
    for (const { id } of await activeInstallations(db)) {
      const policy = await findPolicy(db, { scope: 'organisation', id });
      const ended = (policy?.good?.scan?.dismissed ?? []).filter(({ until }) => from <= until && until < today);
      await sayAgain(
        id,
        ended.map(({ fingerprint }) => fingerprint),
        { db, clock },
      );
    }
    await saveLastGood(db, NAME, now);
  },
};
export default chore;

async function sayAgain(
  installationId: number,
  fingerprints: readonly string[],
  { db, clock }: Pick<ChoreContext, 'db' | 'clock'>,
): Promise<void> {
  for (const id of await repositoriesWith(db, fingerprints)) {
    if ((await findRepository(db, id))?.installation_id !== installationId) continue;
    await enqueue(db, clock, [judgeHeadsJob(id, installationId), writeJob(id, installationId)]);
  }
}
