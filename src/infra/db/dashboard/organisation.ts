/** The repositories of an organisation that a person sees: filtered, sorted, a page of them, and what all of them add up to. */
import type { Letter } from '../../../domain/checklist/index.js';
import type { ListQuery } from '../../../domain/outlook/list-query.js';
import type { Db } from '../database.js';
import type { RepositoryLine } from './line.js';
import type { Seer } from './seen.js';

/** Over all repositories that match the query, on whichever page. */
export interface Totals {
  readonly repositories: number;
  /** Only letters that somebody has; without those that have no grade. */
  readonly byGrade: ReadonlyMap<Letter, number>;
  readonly ungraded: number;
  readonly ready: number;
  readonly launched: number;
  readonly atRisk: number;
  /** Planned for the next 30 days, today included, and not launched. */
  readonly launchingSoon: number;
  readonly openSecrets: number;
  /** The oldest figures among them; null when there are none. */
  readonly oldestComputedAt: Date | null;
}

export interface RepositoryList {
  readonly lines: readonly RepositoryLine[];
  readonly totals: Totals;
  /** Seen, whatever the query: 0 says that there is nothing to list yet. */
  readonly all: number;
  /** Seen, and without figures yet: their issue is being opened. */
  readonly pending: number;
  /** Logins of all champions, in alphabetical order, to choose from; 200 at most. */
  readonly champions: readonly string[];
}

/** @param today calendar date */
export function listRepositories(
  db: Db,
  seer: Seer,
  installationId: number,
  query: ListQuery,
  today: string,
): Promise<RepositoryList> {
  throw new Error(`not built yet ${db.isTransaction} ${seer.userId} ${installationId} ${query.page} ${today}`);
}
