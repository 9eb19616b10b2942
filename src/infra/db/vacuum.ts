/** Vacuum of all tables; on a server, where autovacuum runs, it finds little to do. */
import { sql } from 'kysely';
import type { Db } from './database.js';

/** Not inside a transaction, where PostgreSQL refuses it. */
export async function vacuum(db: Db): Promise<void> {
  await sql`vacuum (analyze)`.execute(db);
}
