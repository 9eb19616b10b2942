/** How much of an installation's hourly limit is left, and how much of it work that can wait may take. Pure. */
import type { Quota } from './gateway.js';

const HOUR = 3_600_000;

/** What every installation has at least. @see https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api */
const LEAST_LIMIT = 5_000;

/** This share of the limit is left for webhooks, whatever the budget says. */
const KEPT_SHARE = 0.2;

/** What the headers of an answer say of the limit of the REST API; null when they say nothing of it. */
export function quotaIn(headers: object | undefined): Quota | null {
  const {
    'x-ratelimit-limit': limit,
    'x-ratelimit-remaining': remaining,
    'x-ratelimit-reset': reset,
    'x-ratelimit-resource': resource = 'core',
  } = (headers ?? {}) as Readonly<Record<string, string | undefined>>;
  const [all, left, at] = [Number(limit), Number(remaining), Number(reset)];
  if (resource !== 'core' || !(all > 0) || !(left >= 0) || !(at > 0)) return null;
  return { limit: all, remaining: left, resetAt: new Date(at * 1000) };
}

/** Counted requests since then. */
export interface Spent {
  readonly count: number;
  readonly since: Date;
}

/** True when an hour has passed, and counting begins anew. */
export function isOver({ since }: Pick<Spent, 'since'>, now: Date): boolean {
  return now.getTime() - since.getTime() >= HOUR;
}

/**
 * When work that can wait may go on; null: now. Never more than `percent` of the hourly limit in an hour, and never the last
 * fifth of what GitHub says remains.
 */
export function budgetAt(spent: Spent, quota: Quota | null, percent: number, now: Date): Date | null {
  const limit = quota?.limit ?? LEAST_LIMIT;
  if (!isOver(spent, now) && spent.count >= Math.floor((limit * percent) / 100)) {
    return new Date(spent.since.getTime() + HOUR);
  }
  // GitHub's clock and ours may differ by a second.
  const isLow = quota !== null && quota.resetAt > now && quota.remaining <= limit * KEPT_SHARE;
  return isLow ? new Date(quota.resetAt.getTime() + 1_000) : null;
}
