/** Where a service stood on one day. */

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
