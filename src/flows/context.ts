/** What a reaction works with: the outside world through our own interfaces, and what was loaded at the start. */
import type { Logger } from 'pino';
import type { Clock } from '../core/clock.js';
import type { Checklist } from '../domain/checklist/definition.js';
import type { Engine } from '../domain/scanner/match.js';
import type { Db } from '../infra/db/database.js';
import type { GitHub } from '../infra/github/gateway.js';
import type { JobSpec } from '../infra/queue/types.js';

export interface Context {
  /** Acting as the installation that the job belongs to. */
  readonly github: GitHub;
  readonly db: Db;
  readonly clock: Clock;
  readonly log: Logger;
  readonly checklists: readonly Checklist[];
  readonly engine: Engine;
  /** Key of the fingerprints of findings. */
  readonly fingerprintKey: Uint8Array;
  /** The App's id, and the login under which its comments and edits appear (`seaworthy[bot]`). */
  readonly app: { readonly id: number; readonly login: string };
  /** What this job was made from: the delivery's guid, or the job's own id where no webhook was behind it. */
  readonly job: { readonly delivery: string; readonly attempt: number; readonly installationId: number };
  /** Puts further jobs in line; inside `db`'s transaction when one is handed over. */
  enqueue(jobs: readonly JobSpec[]): Promise<void>;
}
