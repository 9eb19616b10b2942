/** A PostgreSQL of its own for as long as a simulation lasts. */
import type { Database } from '../../src/infra/db/database.js';
import { openDatabase } from '../../src/infra/db/open.js';
import { startPostgres } from '../../test/support/postgres.js';

export async function withPostgres<T>(work: (db: Database) => Promise<T>): Promise<T> {
  const server = await startPostgres();
  try {
    const db = await openDatabase({ url: await server.freshUrl() });
    try {
      return await work(db);
    } finally {
      await db.close();
    }
  } finally {
    await server.stop();
  }
}
