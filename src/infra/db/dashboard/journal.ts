/** Who decided what, when, as far as a person may see it: entries of a repository by those who see it, the others by owners. */
import type { Clock } from '../../../core/clock.js';
import type { Db } from '../database.js';
import type { JournalVerdict } from '../journal.js';
import type { Seer } from './seen.js';

export interface JournalLine {
  readonly seq: number;
  readonly at: Date;
  readonly actor: string;
  /** Null for what concerns the whole organisation. */
  readonly repository: { readonly id: number; readonly owner: string; readonly name: string } | null;
  readonly subject: string;
  readonly kind: string;
  readonly data: unknown;
  readonly hash: string;
}

export interface JournalFilter {
  /** Login, in any case. */
  readonly actor: string | null;
  /** The beginning: `waiver` finds `waiver.asked`, `item.done` only that. */
  readonly kind: string | null;
  /** Name of a repository, in any case. */
  readonly repository: string | null;
  /** Calendar dates, both included. */
  readonly from: string | null;
  readonly to: string | null;
}

export const EVERYTHING: JournalFilter = { actor: null, kind: null, repository: null, from: null, to: null };
export const JOURNAL_PAGE = 50;

export interface JournalPage {
  /** Newest first. */
  readonly entries: readonly JournalLine[];
  /** Where the page of older entries begins: its `before`; null at the end. */
  readonly next: number | null;
}

/** @param before a `seq`; null for the newest */
export function readJournalPage(
  db: Db,
  seer: Seer,
  installationId: number,
  filter: JournalFilter,
  before: number | null,
): Promise<JournalPage> {
  throw new Error(`not built yet ${db.isTransaction} ${seer.userId} ${installationId} ${filter.actor} ${before}`);
}

/** All that matches, oldest first, a page at a time: as long as somebody reads. */
export function exportJournal(
  db: Db,
  seer: Seer,
  installationId: number,
  filter: JournalFilter,
): AsyncGenerator<JournalLine, void, undefined> {
  throw new Error(`not built yet ${db.isTransaction} ${seer.userId} ${installationId} ${filter.actor}`);
}

/** Whether the chain of all entries is whole, as last looked. */
export interface ChainWatch {
  /** What the last look said and when it began; begins another where that is old. Null until the first has ended. */
  latest(): { readonly verdict: JournalVerdict; readonly at: Date } | null;
  /** Waits for the look under way. @throws whatever stopped it */
  settled(): Promise<void>;
}

export function watchChain(db: Db, clock: Clock): ChainWatch {
  throw new Error(`not built yet ${db.isTransaction} ${clock.now()}`);
}
