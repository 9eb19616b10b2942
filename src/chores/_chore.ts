/** What is done now and then without a webhook: one file per chore, for the whole App, not one installation. */
import type { Clock } from '../core/clock.js';
import type { Granted } from '../core/granted.js';
import type { Log } from '../core/log.js';
import type { Checklist } from '../domain/checklist/index.js';
import type { Engine } from '../domain/scanner/match.js';
import type { Db } from '../infra/db/database.js';
import type { GitHubApp } from '../infra/github/app-gateway.js';
import type { Accept } from '../infra/queue/accept.js';

export interface ChoreContext {
  readonly app: GitHubApp;
  readonly db: Db;
  readonly clock: Clock;
  readonly log: Log;
  readonly checklists: readonly Checklist[];
  readonly engine: Pick<Engine, 'version'>;
  /** Key of the fingerprints of findings. */
  readonly fingerprintKey: Uint8Array;
  readonly webhooks: {
    /** True when a handler listens to such events. */
    isWanted(event: string, action: string | null): boolean;
    /** Takes one in as if it had just been delivered. */
    readonly accept: Accept;
  };
  /** What our handlers use, all together. */
  readonly needs: Granted;
  /** What this process has told of each of whom it says things once. */
  readonly told: Map<string, string>;
  /** What `app.yml`, as it came with this version, asks for. */
  readonly shipped: Granted;
}

export interface Chore {
  /** Milliseconds between the end of a run and the next; it also runs at every start. */
  readonly everyMs: number;
  /** May run twice, late, or be cut off: what was done already must not be done again. */
  run(context: ChoreContext): Promise<void>;
}

/** Accepts a registry entry. @throws Error when it is none. */
export function acceptChore(candidate: unknown): Chore {
  const chore = candidate as Chore;
  if (typeof chore?.run !== 'function' || !(chore.everyMs > 0)) throw new Error('no chore exported');
  return chore;
}
