/** Once a day: heads, checks and replies of long ago, blobs that other rules looked at, and who is signed out, are forgotten. */
import { forgetBlobs } from '../infra/db/clean-blobs.js';
import { pruneGates } from '../infra/db/deployment-gates.js';
import { prune } from '../infra/db/prune.js';
import { pruneSessions } from '../infra/db/sessions.js';
import type { Chore } from './_chore.js';

const DAY = 86_400_000;

/** A branch that nobody pushed to for longer is read anew when somebody does. */
const KEPT = 180 * DAY;

/** Rows of remembered blobs: some 200 MB. Past it the oldest go first, and are read once more when they are met. */
const BLOBS = 2_000_000;

const chore: Chore = {
  everyMs: DAY,
  async run({ db, clock, engine }) {
    const now = clock.now();
    const before = new Date(now.getTime() - KEPT);
    await prune(db, before);
    await pruneGates(db, before);
    await pruneSessions(db, { now, idleSince: new Date(now.getTime() - DAY) });
    await forgetBlobs(db, { engineVersion: engine.version, before, keep: BLOBS });
  },
};
export default chore;
