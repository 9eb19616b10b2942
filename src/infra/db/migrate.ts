/** Brings the tables up to date, ours and graphile-worker's, before anything else runs. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runMigrations } from 'graphile-worker';
import { type Migration, Migrator } from 'kysely';
import type { Database } from './database.js';
import { graphileLog } from './graphile-log.js';
import { loadFolder } from '../../core/load-folder.js';
import type { Log } from '../../core/log.js';

const FOLDER = path.join(path.dirname(fileURLToPath(import.meta.url)), 'migrations');

type Migratable = Pick<Database, 'pool' | 'kysely' | 'kind'>;

/** Any number will do, as long as every version of the program takes the same one. */
const MIGRATION_LOCK = 7_329_001;

/**
 * Processes that start together take turns. PGlite has one process only, and one session: nothing to lock there.
 * @throws Error naming the migration that failed; the start ends there.
 */
export async function migrate(db: Migratable, log: Log): Promise<void> {
  if (db.kind === 'pglite') return migrateAll(db, log);
  const client = await db.pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await migrateAll(db, log);
  } finally {
    // Closing the connection gives the lock back, whatever happened before.
    client.release(true);
  }
}

async function migrateAll(db: Migratable, log: Log): Promise<void> {
  // Always, and here: graphile-worker's own tables change with its versions, and the way it is run by does not look at them.
  await runMigrations({ pgPool: db.pool, logger: graphileLog(log) });
  const migrations = Object.fromEntries(await loadFolder(FOLDER, asMigration));
  if (await isUpToDate(db, Object.keys(migrations))) return;
  const migrator = new Migrator({ db: db.kysely, provider: { getMigrations: async () => migrations } });
  const { error, results } = await migrator.migrateToLatest();
  const failed = results?.find((result) => result.status === 'Error')?.migrationName;
  if (error !== undefined) throw new Error(`Migration ${failed ?? ''} failed`.replace('  ', ' '), { cause: error });
}

/** Kysely's migrator looks at every table of the database first, which PGlite takes long for. */
async function isUpToDate({ pool }: Migratable, names: readonly string[]): Promise<boolean> {
  const { rows: tables } = await pool.query("select to_regclass('kysely_migration') is not null as there");
  if (tables[0]?.there !== true) return false;
  const { rows } = await pool.query('select name from kysely_migration');
  const done = new Set(rows.map(({ name }: { name: string }) => name));
  return done.size === names.length && names.every((name) => done.has(name));
}

function asMigration(candidate: unknown): Migration {
  const migration = candidate as Partial<Migration> | undefined;
  if (typeof migration?.up !== 'function') throw new Error('A migration has a function `up`');
  return migration as Migration;
}
