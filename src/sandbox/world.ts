/** What every part of the sandbox is handed: the state, the time, where it lives, and how webhooks leave. */
import type { Clock } from '../core/clock.js';
import type { RateLimits } from './http/rate-limit.js';
import type { Deliverer } from './webhooks/deliverer.js';
import type { App, Repository, User } from './state/model.js';
import type { State } from './state/state.js';
import type { EmitWebhook } from './webhooks/emit.js';
import { ApiError } from './api-error.js';

export interface World {
  readonly state: State;
  readonly clock: Clock;
  /** `http://127.0.0.1:PORT`, known once the server listens. */
  url: string;
  /** The folder of the bare repositories. */
  readonly root: string;
  /** 0 to 1, seeded. */
  readonly random: () => number;
  readonly emit: EmitWebhook;
  /** Does what is due in the merge queues of a repository, after `first`; to be called when something changed. */
  readonly settleQueues: (repo: Repository, first?: () => Promise<void>) => Promise<void>;
  readonly deliverer: Deliverer;
  readonly limits: RateLimits;
  /** What the manifest flow hands out, until it is converted: code -> App id and the moment it was made. */
  readonly manifestCodes: Map<string, { readonly appId: number; readonly at: Date }>;
  /** One change of refs at a time in each repository. */
  readonly refLocks: Map<number, Promise<unknown>>;
}

/** Who does something: a person, or an App's bot. */
export interface Actor {
  readonly user: User;
  readonly viaApp: App | null;
}

/** The time in the API's format: seconds, UTC. */
export function timestamp(world: Pick<World, 'clock'>): string {
  return world.clock
    .now()
    .toISOString()
    .replace(/\.\d{3}Z$/, 'Z');
}

/** A GitHub-like opaque id. */
export function nodeId(kind: string, id: number): string {
  return `${kind}_${Buffer.from(String(id)).toString('base64url')}`;
}

/** @throws ApiError 403 when the repository takes no writes. */
export function ensureWritable(repo: Repository): void {
  if (repo.archived) throw new ApiError(403, 'Repository was archived so is read-only.');
}

/** mulberry32: small, seeded, good enough to script faults with. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
