/** Counts requests as GitHub's primary limit does: per installation or user, in windows of an hour. */
import type { Clock } from '../../core/clock.js';
import type { Caller } from './caller.js';

const WINDOW_MS = 60 * 60 * 1000;

interface Budget {
  used: number;
  resetAt: number;
}

/** The least an installation gets; GitHub raises it with the number of repositories and people. */
const LEAST = 5_000;
const ANONYMOUS = 60;

function keyOf(caller: Caller): string {
  switch (caller.kind) {
    case 'anonymous':
      return 'anonymous';
    case 'app':
      return `app ${caller.app.id}`;
    case 'user':
      return `user ${caller.user.login}`;
    case 'installation':
      return `installation ${caller.installation.id}`;
  }
}

export interface RateLimitView {
  readonly limit: number;
  readonly used: number;
  readonly remaining: number;
  /** Seconds since 1970. */
  readonly reset: number;
}

export class RateLimits {
  readonly #budgets = new Map<string, Budget>();

  constructor(
    private readonly clock: Clock,
    private readonly perHour = LEAST,
  ) {}

  #limit(caller: Caller): number {
    return caller.kind === 'anonymous' ? ANONYMOUS : this.perHour;
  }

  #budget(caller: Caller): Budget {
    const now = this.clock.now().getTime();
    const existing = this.#budgets.get(keyOf(caller));
    if (existing !== undefined && existing.resetAt > now) return existing;
    const budget = { used: 0, resetAt: now + WINDOW_MS };
    this.#budgets.set(keyOf(caller), budget);
    return budget;
  }

  /** Takes one request; false when there is none left. */
  take(caller: Caller): boolean {
    const budget = this.#budget(caller);
    if (budget.used >= this.#limit(caller)) return false;
    budget.used += 1;
    return true;
  }

  /** A 304 does not count. */
  giveBack(caller: Caller): void {
    this.#budget(caller).used -= 1;
  }

  view(caller: Caller): RateLimitView {
    const { used, resetAt } = this.#budget(caller);
    const limit = this.#limit(caller);
    return { limit, used, remaining: limit - used, reset: Math.ceil(resetAt / 1000) };
  }

  headers(caller: Caller): Record<string, string> {
    const { limit, used, remaining, reset } = this.view(caller);
    return {
      'x-ratelimit-limit': String(limit),
      'x-ratelimit-remaining': String(remaining),
      'x-ratelimit-used': String(used),
      'x-ratelimit-reset': String(reset),
      'x-ratelimit-resource': 'core',
    };
  }
}
