/** Once a day every installation's policies and the facts they ask for are looked at: not every change sends a webhook. */
import { lastGood, saveLastGood } from '../infra/db/chores.js';
import { activeInstallations } from '../infra/db/installations.js';
import { enqueue } from '../infra/queue/queue.js';
import type { Chore } from './_chore.js';

const DAY = 86_400_000;
const NAME = 'ask-for-policies';

const chore: Chore = {
  everyMs: DAY,
  async run({ db, clock }) {
    const now = clock.now();
    const last = await lastGood(db, NAME);
    // Chores also run at every start; this one costs requests that a restart is no reason for.
    if (last !== null && now.getTime() - last.getTime() < DAY / 2) return;
    const installations = await activeInstallations(db);
    await enqueue(
      db,
      clock,
      installations.map(({ id }) => ({
        handler: 'refresh-policies',
        subject: `refresh-policies:${id}`,
        key: `refresh-policies:${id}`,
        installationId: id,
        data: {},
      })),
    );
    await saveLastGood(db, NAME, now);
  },
};
export default chore;
