/** Scripted faults of the API: which strikes a request, and what it answers. */
import type { Clock } from '../../core/clock.js';
import type { Fault, Faults } from '../types.js';
import { ApiError } from '../api-error.js';

interface Armed {
  readonly fault: Fault;
  left: number;
}

export class FaultScript implements Faults {
  #armed: Armed[] = [];

  constructor(
    private readonly random: () => number,
    private readonly clock: Clock,
  ) {}

  add(fault: Fault): () => void {
    const armed = { fault, left: fault.times ?? Number.POSITIVE_INFINITY };
    this.#armed.push(armed);
    return () => {
      this.#armed = this.#armed.filter((other) => other !== armed);
    };
  }

  clear(): void {
    this.#armed = [];
  }

  /** All latencies that match and at most one error or limit; each is used up by this. */
  strike(method: string, path: string): Fault[] {
    const striking: Fault[] = [];
    for (const armed of this.#armed) {
      const { fault } = armed;
      const refused = striking.some((other) => other.effect !== 'latency');
      if (armed.left <= 0 || (refused && fault.effect !== 'latency') || !matches(fault, method, path)) continue;
      if (fault.probability !== undefined && this.random() >= fault.probability) continue;
      armed.left -= 1;
      striking.push(fault);
    }
    return striking;
  }

  /** The answer of an error or limit. */
  answer(fault: Fault): ApiError {
    const seconds = fault.retryAfter ?? 60;
    const reset = Math.ceil(this.clock.now().getTime() / 1000) + seconds;
    switch (fault.effect) {
      case 'rate-limit-primary':
        return new ApiError(fault.status ?? 403, 'API rate limit exceeded for installation.', undefined, {
          'x-ratelimit-remaining': '0',
          'x-ratelimit-reset': String(reset),
        });
      case 'rate-limit-secondary':
        return new ApiError(
          fault.status ?? 403,
          'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
          undefined,
          { 'retry-after': String(seconds) },
        );
      default:
        return new ApiError(fault.status ?? 502, 'Server Error');
    }
  }
}

function matches({ match = {} }: Fault, method: string, path: string): boolean {
  if (match.method !== undefined && match.method.toUpperCase() !== method) return false;
  return match.path === undefined || path.search(match.path) >= 0;
}
