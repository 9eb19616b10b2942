/** Opens the database that the configuration names, up to date and ready to use. */
import path from 'node:path';
import { mkdir } from 'node:fs/promises';
import { Kysely, PostgresDialect } from 'kysely';
import type { Database } from './database.js';
import { lockFolder } from './folder-lock.js';
import { migrate } from './migrate.js';
import { type OpenPool, openPglite, openPostgres } from './pool.js';
import type { Schema } from './schema.js';
import { type Clock, systemClock } from '../../core/clock.js';
import { type Log, silentLog } from '../../core/log.js';
import { errorCode } from '../../core/error-code.js';
import { StartError } from '../../core/start-error.js';

export interface DatabaseOptions {
  /** A PostgreSQL server. */
  readonly url?: string;
  /** A folder for the embedded PGlite. */
  readonly dataFolder?: string;
  readonly log?: Log;
  /** Tells the age of another machine's lock on the folder. */
  readonly clock?: Clock;
}

/**
 * Opens and migrates.
 * @throws StartError when neither or both places are named, when another process has the folder, or when the server does
 * not answer; Error when a migration failed.
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const log = options.log ?? silentLog;
  const db = await connectDatabase({ ...options, log });
  try {
    await migrate(db, log);
    return db;
  } catch (error) {
    await db.close();
    throw error;
  }
}

/** Opens without migrating; what `openDatabase` does first. */
export async function connectDatabase(options: DatabaseOptions): Promise<Database> {
  const { url, dataFolder, log = silentLog, clock = systemClock } = options;
  if (url !== undefined && dataFolder === undefined) return openServer(url, log);
  if (url === undefined && dataFolder !== undefined) return openFolder(dataFolder, log, clock);
  throw new StartError('Name either a PostgreSQL address or a data folder for the embedded database, not both.');
}

async function openServer(url: string, log: Log): Promise<Database> {
  const opened = openPostgres(url, log);
  try {
    await opened.pool.query('select 1');
  } catch (cause) {
    await opened.close();
    // The address holds the password, and the driver's message may repeat parts of it: neither is shown.
    const code = errorCode(cause) === undefined ? '' : ` (${String(errorCode(cause))})`;
    throw new StartError(
      `The PostgreSQL server of DATABASE_URL does not let us in${code}. Check address and password.`,
    );
  }
  return assemble('postgres', opened, async () => undefined);
}

async function openFolder(folder: string, log: Log, clock: Clock): Promise<Database> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw new StartError(`The data folder ${folder} cannot be made. Check its parent folder and permissions.`, {
      cause,
    });
  }
  const unlock = await lockFolder(folder, clock);
  try {
    return assemble('pglite', await openPglite(path.join(folder, 'pglite'), log), unlock);
  } catch (error) {
    await unlock();
    throw error;
  }
}

function assemble(kind: Database['kind'], opened: OpenPool, after: () => Promise<void>): Database {
  const kysely = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: opened.pool }) });
  return {
    kind,
    kysely,
    pool: opened.pool,
    close: async () => {
      try {
        // Not kysely.destroy(): it would end the pool a second time.
        await opened.close();
      } finally {
        await after();
      }
    },
  };
}
