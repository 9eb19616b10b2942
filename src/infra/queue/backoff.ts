/** How long a failed job waits before it is tried again. */

const FIRST_MS = 5_000;
const LONGEST_MS = 15 * 60_000;

/** With the waits below about an hour passes before a job is parked: longer than most outages of GitHub. */
export const MAX_ATTEMPTS = 12;

/**
 * Milliseconds after attempt number `attempt` (1, 2, …): doubling from 5 s to 15 min, up to a quarter more or less so that
 * jobs which failed together do not come back together.
 * @param random 0 to 1.
 */
export function backoffMs(attempt: number, random: number): number {
  const wait = Math.min(LONGEST_MS, FIRST_MS * 2 ** (attempt - 1));
  return Math.round(wait * (0.75 + random / 2));
}
