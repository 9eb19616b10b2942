/** What becomes of a job that threw. */
import { RetryAt } from './types.js';
import { storable } from '../db/json.js';
import { UserError } from '../../core/user-error.js';

export type Verdict =
  | { readonly kind: 'done' }
  | { readonly kind: 'retry'; readonly at: Date; readonly costsAttempt: boolean; readonly holdInstallation: boolean }
  | { readonly kind: 'park' };

/** A handler that says "again" without a pause must not become a busy loop. */
const SHORTEST_WAIT_MS = 1_000;

/** @param waitMs how long the next attempt waits, see backoff.ts. */
export function judgeFailure(
  error: unknown,
  job: { readonly attempts: number; readonly maxAttempts: number },
  now: Date,
  waitMs: number,
): Verdict {
  if (error instanceof UserError) return { kind: 'done' };
  if (error instanceof RetryAt)
    return {
      kind: 'retry',
      at: new Date(Math.max(error.at.getTime(), now.getTime() + SHORTEST_WAIT_MS)),
      costsAttempt: false,
      holdInstallation: error.scope === 'installation',
    };
  if (job.attempts >= job.maxAttempts) return { kind: 'park' };
  return { kind: 'retry', at: new Date(now.getTime() + waitMs), costsAttempt: true, holdInstallation: false };
}

/** One short line for the table and the log. Messages of errors are ours or Octokit's; payloads are never part of them. */
export function describeError(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return storable(text.split('\n', 1)[0] ?? '').slice(0, 300);
}
