/** Where a service stood on one day. */
import type { Readiness } from './readiness.js';

export interface Snapshot {
  /** Calendar date in UTC. */
  readonly day: string;
  readonly score: number | null;
  /** Done or verified. */
  readonly met: number;
  /** Items that apply, whatever their state. */
  readonly applicable: number;
  /** As in `Readiness`. */
  readonly required: number;
  readonly waived: number;
  readonly stale: number;
  readonly blockers: number;
  readonly openSecrets: number;
  /** The launch date as it was planned on that day. */
  readonly launchOn: string | null;
}

/** What is kept of a day. @param day calendar date */
export function snapshotOf(readiness: Readiness, day: string): Snapshot {
  const { score, done, verified, waived, stale, open, unknown, required, blockerCount, openSecrets, launchOn } =
    readiness;
  const met = done + verified;
  return {
    day,
    score,
    met,
    applicable: met + waived + stale + open + unknown,
    required,
    waived,
    stale,
    blockers: blockerCount,
    openSecrets,
    launchOn,
  };
}
