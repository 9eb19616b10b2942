/** Gives back the room of deleted rows: the embedded database has no autovacuum, and deleted payloads should not linger on disk. */
import { vacuum } from '../infra/db/vacuum.js';
import type { Chore } from './_chore.js';

const DAY = 86_400_000;

const chore: Chore = {
  everyMs: DAY,
  run: ({ db }) => vacuum(db),
};
export default chore;
