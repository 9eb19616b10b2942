/** How fast one installation may be asked: token buckets that let a burst through and bound what is sustained. Pure. */

import type { Quota } from './gateway.js';

/** Holds at most `burst` tokens and gets `perSecond` back, so any time span t sees at most burst + t * perSecond. */
export interface Limit {
  readonly burst: number;
  readonly perSecond: number;
}

export type Kind = 'read' | 'write' | 'content';

export interface Limits {
  /** GitHub's points: a read costs 1, a write 5. */
  readonly points: Limit;
  readonly writes: Limit;
  readonly contentPerMinute: Limit;
  readonly contentPerHour: Limit;
}

/**
 * GitHub's secondary limits: 900 points a minute, 80 content-creating requests a minute and 500 an hour, and as good
 * practice one write a second where there are many.
 * @see https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api
 * @see docs/decisions/0002-pacing.md
 */
export const GITHUB_LIMITS: Limits = {
  points: { burst: 300, perSecond: 10 },
  writes: { burst: 30, perSecond: 1 },
  contentPerMinute: { burst: 20, perSecond: 1 },
  contentPerHour: { burst: 80, perSecond: 420 / 3600 },
};

/**
 * What work that nobody waits for leaves in each bucket, in tokens: people's commands find their burst there, whatever goes on
 * beside them. Such work gets all that comes back, and so at most 420 issues an hour; people who need more of it slow it down.
 */
export const RESERVED_FOR_PEOPLE: Readonly<Record<keyof Limits, number>> = {
  points: 150,
  writes: 15,
  contentPerMinute: 10,
  contentPerHour: 60,
};

/** A job may be held up this long; past it somebody else gets its place. Milliseconds. */
export const LONGEST_WAIT = 2000;

export type Turn = { readonly go: true; readonly wait: number } | { readonly go: false; readonly until: Date };

/** Sorts a request: what creates issues or comments notifies people, and GitHub counts it separately. */
export function kindOf(method: string, route: string): Kind {
  if (method === 'GET' || method === 'HEAD' || /\/(graphql|access_tokens)$/.test(route)) return 'read';
  if (method === 'POST' && /\/issues$|\/comments$|\/pulls$|\/reviews$/.test(route)) return 'content';
  return 'write';
}

type Costs = readonly (readonly [keyof Limits, number])[];

const READ: Costs = [['points', 1]];
const WRITE: Costs = [
  ['points', 5],
  ['writes', 1],
];
const CONTENT: Costs = [...WRITE, ['contentPerMinute', 1], ['contentPerHour', 1]];
const COSTS: Readonly<Record<Kind, Costs>> = { read: READ, write: WRITE, content: CONTENT };

interface Bucket {
  readonly limit: Limit;
  /** Below zero when turns have been given out ahead of time. */
  tokens: number;
}

/** The pace of one installation. Times are handed in, so that every rule can be tested. */
export class Pacer {
  /** What GitHub said last of the hourly limit. */
  quota: Quota | null = null;
  readonly #buckets: Readonly<Record<keyof Limits, Bucket>>;
  #filledAt: number | undefined;
  #blockedUntil = 0;

  constructor(limits: Limits = GITHUB_LIMITS) {
    const full = (limit: Limit): Bucket => ({ limit, tokens: limit.burst });
    this.#buckets = {
      points: full(limits.points),
      writes: full(limits.writes),
      contentPerMinute: full(limits.contentPerMinute),
      contentPerHour: full(limits.contentPerHour),
    };
  }

  /** A turn now, after a short wait in milliseconds, or not before a time; a refused turn costs nothing. */
  take(kind: Kind, now: Date): Turn {
    const at = now.getTime();
    if (this.#blockedUntil > at) return { go: false, until: new Date(this.#blockedUntil) };
    this.#fill(at);
    const costs = COSTS[kind];
    const wait = Math.max(0, ...costs.map(([name, cost]) => secondsUntil(this.#buckets[name], cost))) * 1000;
    if (wait > LONGEST_WAIT) return { go: false, until: new Date(Math.ceil(at + wait)) };
    for (const [name, cost] of costs) this.#buckets[name].tokens -= cost;
    return { go: true, wait: Math.ceil(wait) };
  }

  /** The earliest time at which `count` of a kind leave what is reserved for people. Nothing is taken: whoever asks goes on then. */
  roomFor(kind: Kind, count: number, now: Date): Date {
    const at = now.getTime();
    this.#fill(at);
    const waits = COSTS[kind].map(([name, cost]) =>
      secondsUntil(this.#buckets[name], cost * count + RESERVED_FOR_PEOPLE[name]),
    );
    return new Date(Math.max(this.#blockedUntil, Math.ceil(at + Math.max(0, ...waits) * 1000)));
  }

  /** GitHub said no until then; asking on would only make it worse. */
  block(until: Date): void {
    this.#blockedUntil = Math.max(this.#blockedUntil, until.getTime());
  }

  #fill(at: number): void {
    const seconds = Math.max(0, at - (this.#filledAt ?? at)) / 1000;
    this.#filledAt = Math.max(at, this.#filledAt ?? at);
    for (const bucket of Object.values(this.#buckets)) {
      bucket.tokens = Math.min(bucket.limit.burst, bucket.tokens + seconds * bucket.limit.perSecond);
    }
  }
}

function secondsUntil({ tokens, limit }: Bucket, cost: number): number {
  return (cost - tokens) / limit.perSecond;
}
