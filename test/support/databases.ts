/** The same suite on both engines: each test gets an empty, migrated database. */
import { sql } from 'kysely';
import type { Database } from '../../src/infra/db/database.js';
import { migrate } from '../../src/infra/db/migrate.js';
import { openDatabase } from '../../src/infra/db/open.js';
import { silentLog } from '../../src/core/log.js';
import { type TestServer, startPostgres } from './postgres.js';

export type Engine = 'pglite' | 'postgres';

export interface TestDatabases {
  /** An empty database, closed at the end of the file. */
  fresh(): Promise<Database>;
}

/** Runs `suite` once per engine. PGlite takes seconds to start, so one instance serves the file and is emptied between. */
export function onBothEngines(suite: (databases: TestDatabases, engine: Engine) => void): void {
  describe('on PGlite', () => suite(onPglite(), 'pglite'));
  describe('on PostgreSQL', () => suite(onPostgres(), 'postgres'));
}

export function onPglite(): TestDatabases {
  let db: Database | null = null;
  afterAll(() => db?.close());
  return {
    fresh: async () => {
      if (db === null) {
        db = await openDatabase({ dataFolder: ':memory:' });
        return db;
      }
      await empty(db);
      return db;
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
  return {
    fresh: async () => {
      server ??= await startPostgres();
      if (migrated === undefined) {
        migrated = await server.freshUrl();
        await (await openDatabase({ url: migrated })).close();
      }
      const db = await openDatabase({ url: await server.freshUrl(migrated) });
      open.push(db);
      return db;
    },
  };
}

/** Dropped rather than emptied: the journal refuses to be. */
async function empty(db: Database): Promise<void> {
  await sql`drop schema public cascade`.execute(db.kysely);
  await sql`drop schema graphile_worker cascade`.execute(db.kysely);
  await sql`create schema public`.execute(db.kysely);
  await migrate(db, silentLog);
}
