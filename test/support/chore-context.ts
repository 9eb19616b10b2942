/** What a chore works with, on a real database; what a test does not give is empty or throws by being absent. */
import type { ChoreContext } from '../../src/chores/_chore.js';
import { silentLog } from '../../src/core/log.js';
import type { Database } from '../../src/infra/db/database.js';

export function choreContext(
  db: Database,
  now: () => Date,
  given: Partial<Omit<ChoreContext, 'db' | 'clock'>> = {},
): ChoreContext {
  const nothing = { permissions: {}, events: [] };
  return {
    log: silentLog,
    checklists: [],
    engine: { version: '1' },
    fingerprintKey: new Uint8Array(32),
    told: new Map(),
    needs: nothing,
    shipped: nothing,
    ...given,
    db: db.kysely,
    clock: { now },
  } as ChoreContext;
}
