/** The two ways to a `pg.Pool`: a PostgreSQL server by address, or PGlite in a folder of this machine. */
import fs from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import pg from 'pg';
import { PGlite } from '@electric-sql/pglite';
import { WireSession } from './pglite-socket.js';
import type { Log } from '../../core/log.js';

/** graphile-worker keeps one connection to listen on, the lease of the queue another. */
const MAX_CONNECTIONS = 20;
const INT8 = 20;

/** The same parsing on both engines. GitHub's ids and our counters stay far below 2^53, so bigint becomes number. */
const TYPES: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === INT8 ? Number : pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
};

export interface OpenPool {
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

export function openPostgres(url: string, log: Log): OpenPool {
  const pool = watched(new pg.Pool({ connectionString: url, max: MAX_CONNECTIONS, types: TYPES }), log);
  return { pool, close: () => pool.end() };
}

/**
 * How much of a WebAssembly function has to run before V8 compiles it once more, optimised. With the 1.8 MB of Node 20 a start spends
 * half of its processor time on that: opening took 1.1 s of it instead of 0.7 s, and the first queries twice as long. Node 22 has 13 MB.
 */
const TIERING_BUDGET = '--wasm-tiering-budget=50000000';

/** @param folder where the data lives. */
export async function openPglite(folder: string, log: Log): Promise<OpenPool> {
  setFlagsFromString(TIERING_BUDGET);
  const engine = new PGlite(folder, { startParams: startParams() });
  await engine.waitReady;
  syncToDisk(engine);
  const session = new WireSession({ execProtocolRaw: (message) => engine.execProtocolRaw(message) });
  const config = { stream: () => session.socket(), max: MAX_CONNECTIONS, types: TYPES, ssl: false };
  // The types know a socket only; our stream does what of one is used.
  const pool = watched(new pg.Pool(config as unknown as pg.PoolConfig), log);
  return {
    pool,
    close: async () => {
      await pool.end();
      await engine.close();
    },
  };
}

/**
 * PGlite runs with `-F`, without fsync. We acknowledge deliveries after commit, so commit shall mean "on the disk".
 * Its 160 MiB of buffers, a tenth of them, do as well here (measured: same speed, 130 MB less of memory): the file cache
 * of the machine lies right below.
 */
function startParams(): string[] {
  return [
    ...PGlite.defaultStartParams.filter((param) => param !== '-F'),
    '-c',
    'fsync=on',
    '-c',
    'wal_sync_method=fsync',
    '-c',
    'shared_buffers=16MB',
  ];
}

/** Emscripten's Node file system has no fsync of its own: without one the call succeeds and does nothing. */
function syncToDisk(engine: PGlite): void {
  const files = engine.Module.NODEFS as { stream_ops?: Record<string, unknown> };
  if (files.stream_ops === undefined)
    throw new Error('PGlite has no Node file system any more: commits are not durable');
  files.stream_ops.fsync = (stream: { nfd?: number }) => {
    if (stream.nfd !== undefined) fs.fsyncSync(stream.nfd);
    return 0;
  };
}

/** A connection that breaks while idle must not end the process; the pool opens another one. */
function watched(pool: pg.Pool, log: Log): pg.Pool {
  const onError = (err: Error) => log.warn({ err: { message: err.message } }, 'A database connection broke');
  pool.on('error', onError);
  pool.on('connect', (client) => client.on('error', onError));
  return pool;
}
