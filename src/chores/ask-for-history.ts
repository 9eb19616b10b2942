/** Every few minutes, some repositories whose history was never looked at are put in line for it: nobody has to ask. */
import { historyJob, keyIdOf } from '../flows/request-history.js';
import { inTransaction } from '../infra/db/database.js';
import { requestHistoryScan, withoutHistoryScan } from '../infra/db/history-scans.js';
import { enqueue } from '../infra/queue/queue.js';
import type { Chore } from './_chore.js';

/** So that a large organisation is not read in one go. */
const AT_A_TIME = 20;

/**
 * Once a repository: new rules alone are no reason to read it all again, which would cost every organisation hours with every
 * release; what they find in old commits, `/baseline scan history` tells. A new key of the fingerprints is one.
 */
const chore: Chore = {
  everyMs: 10 * 60_000,
  async run({ db, clock, engine, fingerprintKey }) {
    const keyId = keyIdOf(fingerprintKey);
    for (const { id, owner, name, installation_id } of await withoutHistoryScan(db, keyId, AT_A_TIME)) {
      // Both or neither: one that is noted and not in line would never be read.
      await inTransaction(db, async (trx) => {
        await requestHistoryScan(trx, id, { engineVersion: engine.version, keyId }, null, clock.now());
        await enqueue(trx, clock, [historyJob({ repository: { id, owner, name } }, installation_id)]);
      });
    }
  },
};
export default chore;
