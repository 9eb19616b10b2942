/** What every kind of scan works with, made when it is needed and put away at the end. */
import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import type { Engine } from '../../domain/scanner/match.js';
import type { Rule } from '../../domain/scanner/rule.js';
import { prepareForShortLife } from '../../infra/scan/load-program.js';
import { createScanPool, type ScanPool } from '../../infra/scan/scan-pool.js';

export interface ScanTools {
  /** Threads, started when there is work for them. */
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
  // Before a thread loads what was compiled.
  prepareForShortLife();
  const key = randomBytes(32);
  let pool: ScanPool | undefined;
  const load = async () => {
    const scanner = await import('../../infra/scan/scanner-program.js');
    return { scanner, engine: await scanner.loadEngine() };
  };
  let loaded: ReturnType<typeof load> | undefined;
  const here = () => {
    loaded ??= load();
    return loaded;
  };
  return {
    key,
    pool: () => {
      pool ??= createScanPool({
        workers: Math.min(MOST_THREADS, availableParallelism()),
        key,
        here: async () => {
          const { scanner, engine } = await here();
          return scanner.inputScanner(engine, key);
        },
      });
      return pool;
    },
    engine: async () => (await here()).engine,
    rules: async () => (await here()).engine.rules,
    close: async () => await pool?.close(),
  };
}
