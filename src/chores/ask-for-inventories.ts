/** Every few minutes, the repositories whose inventory is the oldest are put in line for another reading, each once a day. */
import { inventoryJob } from '../flows/read-inventory.js';
import { withoutInventory } from '../infra/db/inventory.js';
import { enqueue } from '../infra/queue/queue.js';
import type { Chore } from './_chore.js';

const DAY = 86_400_000;

/** So that a large organisation spends no more than 300 requests an hour on it; 7,200 repositories a day. */
const AT_A_TIME = 50;

const chore: Chore = {
  everyMs: 10 * 60_000,
  async run({ db, clock }) {
    const due = await withoutInventory(db, new Date(clock.now().getTime() - DAY), AT_A_TIME);
    await enqueue(
      db,
      clock,
      due.map(({ id, owner, name, installation_id }) => inventoryJob({ id, owner, name }, installation_id, null)),
    );
  },
};
export default chore;
