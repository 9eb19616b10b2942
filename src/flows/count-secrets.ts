/** Counts the open findings of a repository by what they are under the policy that holds now. */
import { dayOf } from '../core/clock.js';
import type { ScanPolicy } from '../domain/policy/index.js';
import { dismissalsOn, standingOf } from '../domain/readiness/standing.js';
import { countOpenFindings, type OpenGroup } from '../infra/db/findings.js';
import type { Context } from './context.js';

export interface Secrets {
  /** In the way of the launch. */
  readonly blocks: number;
  /** There before us: named, and in nobody's way. */
  readonly debt: number;
  /** Open and not dismissed, with those too small or unsure to be named. */
  readonly all: number;
}

export async function countSecrets(
  repositoryId: number,
  scan: ScanPolicy,
  { db, clock }: Pick<Context, 'db' | 'clock'>,
): Promise<Secrets> {
  const dismissed = dismissalsOn(scan, dayOf(clock.now())).map(({ fingerprint }) => fingerprint);
  const groups = await countOpenFindings(db, repositoryId, dismissed);
  const sum = (some: readonly OpenGroup[]) => some.reduce((total, { count }) => total + count, 0);
  const count = (wanted: 'blocks' | 'debt') => sum(groups.filter((group) => standingOf(group, scan) === wanted));
  return { blocks: count('blocks'), debt: count('debt'), all: sum(groups) };
}
