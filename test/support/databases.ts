/** The same suite on both engines: each test gets an empty, migrated database. */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import type { Database } from '../../src/infra/db/database.js';
import { openDatabase } from '../../src/infra/db/open.js';
import { copyDataFolder } from './prepared.js';
import { type TestServer, startPostgres } from './postgres.js';

export type Engine = 'pglite' | 'postgres';

export interface TestDatabases {
  /** An empty database, closed at the end of the file. Its tables are as migrations made them, and stay so. */
  fresh(): Promise<Database>;
  /** An empty database for a test that changes its tables; costs half a second on PGlite. */
  throwaway(): Promise<Database>;
}

/** Runs `suite` once per engine. One PGlite serves the file and is emptied between. */
export function onBothEngines(suite: (databases: TestDatabases, engine: Engine) => void): void {
  describe('on PGlite', () => suite(onPglite(), 'pglite'));
  describe('on PostgreSQL', () => suite(onPostgres(), 'postgres'));
}

export function onPglite(): TestDatabases {
  const folders: string[] = [];
  const open: Database[] = [];
  let shared: Database | null = null;
  afterAll(async () => {
    for (const db of open) await db.close();
    for (const folder of folders) await rm(folder, { recursive: true, force: true });
  });
  const throwaway = async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'seaworthy-db-'));
    folders.push(folder);
    const dataFolder = path.join(folder, 'data');
    await copyDataFolder(dataFolder);
    const db = await openDatabase({ dataFolder });
    open.push(db);
    return db;
  };
  return {
    throwaway,
    fresh: async () => {
      if (shared === null) shared = await throwaway();
      else await empty(shared);
      return shared;
    },
  };
}

/** Migrated once, then copied: cheaper than migrating for every test. */
export function onPostgres(): TestDatabases {
  let server: TestServer | null = null;
  let migrated: string | undefined;
  const open: Database[] = [];
  // After all, not after each: a queue of the test, stopped in its own afterEach, still needs its connections.
  afterAll(async () => {
    for (const db of open) await db.close();
    await server?.stop();
  });
  const fresh = async () => {
    server ??= await startPostgres();
    if (migrated === undefined) {
      migrated = await server.freshUrl();
      await (await openDatabase({ url: migrated })).close();
    }
    const db = await openDatabase({ url: await server.freshUrl(migrated) });
    open.push(db);
    return db;
  };
  return { fresh, throwaway: fresh };
}

/**
 * The list of migrations stays. As a replica the session skips triggers, with which the journal refuses to be emptied.
 * Rows are deleted: `truncate` makes new files for every table and index, which takes ten times as long.
 */
async function empty(db: Database): Promise<void> {
  await db.kysely.transaction().execute(async (trx) => {
    const { rows } = await sql<{ statement: string }>`
      select format('delete from %I.%I', schemaname, tablename) as statement from pg_tables
      where schemaname in ('public', 'graphile_worker') and tablename !~ 'migration'
      union all
      select format('alter sequence %I.%I restart', schemaname, sequencename) from pg_sequences
      where schemaname in ('public', 'graphile_worker') and last_value is not null`.execute(trx);
    await sql`set local session_replication_role = replica`.execute(trx);
    await sql.raw(rows.map(({ statement }) => statement).join(';')).execute(trx);
  });
}
