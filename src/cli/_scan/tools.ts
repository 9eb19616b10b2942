/** What every kind of scan works with, made when it is needed and put away at the end. */
import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import type { Engine } from '../../domain/scanner/match.js';
import type { Rule } from '../../domain/scanner/rule.js';
import { loadEngine, loadScanner, prepareForShortLife } from '../../infra/scan/load-scanner.js';
import { createScanPool, type ScanPool } from '../../infra/scan/scan-pool.js';

export interface ScanTools {
  /** Threads, started at the first call. */
  pool(): ScanPool;
  /** An engine in this thread, for what comes as a stream. */
  engine(): Promise<Engine>;
  rules(): Promise<readonly Rule[]>;
  /** Fingerprints tell equal values apart within this run; there is no key that would make them mean more. */
  readonly key: Uint8Array;
  close(): Promise<void>;
}

const MOST_THREADS = 2;

export function scanTools(): ScanTools {
  const key = randomBytes(32);
  let pool: ScanPool | undefined;
  let engine: Promise<Engine> | undefined;
  prepareForShortLife();
  const engineHere = (): Promise<Engine> => {
    engine ??= loadScanner().then(loadEngine);
    return engine;
  };
  return {
    key,
    pool: () => {
      pool ??= createScanPool({ workers: Math.min(MOST_THREADS, availableParallelism()), key });
      return pool;
    },
    engine: engineHere,
    rules: async () => (await engineHere()).rules,
    close: async () => await pool?.close(),
  };
}
