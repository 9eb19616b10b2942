/** Asks for the reading of a repository's whole history: at the installation, by a command, or because it was never done. */
import { createHash } from 'node:crypto';
import type { RepoRef } from '../core/repo-ref.js';
import { type Reader, requestHistoryScan } from '../infra/db/history-scans.js';
import type { JobSpec } from '../infra/queue/types.js';
import type { Context } from './context.js';

/** Tells two keys of the fingerprints apart without telling anything of them. */
export function keyIdOf(key: Uint8Array): string {
  return createHash('sha256').update('seaworthy fingerprint key').update(key).digest('hex').slice(0, 16);
}

export function readerOf({ engine, fingerprintKey }: Pick<Context, 'engine' | 'fingerprintKey'>): Reader {
  return { engineVersion: engine.version, keyId: keyIdOf(fingerprintKey) };
}

export interface HistoryWork {
  readonly repository: RepoRef;
  /** How often git has failed in a row, without anything looked at in between. */
  readonly failures?: number;
}

/** @param askedBy login; null when nobody wants to be told that nothing was found */
export async function requestHistory(repository: RepoRef, askedBy: string | null, context: Context): Promise<void> {
  const { db, clock, job } = context;
  await requestHistoryScan(db, repository.id, readerOf(context), askedBy, clock.now());
  await context.enqueue([historyJob({ repository }, job.installationId)]);
}

/**
 * All histories are in one line, so that never more than one of the workers is busy with them: a push does not wait for what
 * was there for years.
 */
export function historyJob(work: HistoryWork, installationId: number, runAt?: Date): JobSpec {
  return {
    handler: 'scan-history',
    subject: 'history',
    key: `scan-history:${work.repository.id}`,
    installationId,
    data: work,
    ...(runAt === undefined ? {} : { runAt }),
  };
}
