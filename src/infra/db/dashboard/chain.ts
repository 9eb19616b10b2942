/** Whether the journal's chain of hashes is whole: looked at now and then, not for each page, for it means reading all of it. */
import type { Clock } from '../../../core/clock.js';
import type { Log } from '../../../core/log.js';
import type { Db } from '../database.js';
import { type JournalVerdict, verifyJournal } from '../journal.js';

/** What a look said, and when it began: entries from then on are not part of it. */
export interface ChainLook {
  readonly verdict: JournalVerdict;
  readonly at: Date;
}

export interface ChainWatch {
  /** The last look; begins another where that is old. Null until the first has ended: a page does not wait for it. */
  latest(): ChainLook | null;
  /** Waits for the look under way. */
  settled(): Promise<void>;
}

/** How old a look may be, in milliseconds. */
const FRESH = 10 * 60_000;

/** A look that fails is logged, and the next call of `latest` looks again. */
export function watchChain(db: Db, clock: Clock, log: Log): ChainWatch {
  let last: ChainLook | null = null;
  let underWay: Promise<void> | null = null;
  const look = async () => {
    const at = clock.now();
    try {
      last = { verdict: await verifyJournal(db), at };
    } catch (error) {
      log.error({ err: error }, 'the chain of the journal could not be looked at');
    } finally {
      underWay = null;
    }
  };
  return {
    latest() {
      const isOld = last === null || clock.now().getTime() - last.at.getTime() >= FRESH;
      if (isOld) underWay ??= look();
      return last;
    },
    settled: async () => underWay ?? undefined,
  };
}
