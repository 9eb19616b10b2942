/** The database as the rest of the program sees it, whichever engine is behind it. */
import type { Kysely, Transaction } from 'kysely';
import type { Pool } from 'pg';
import type { Schema } from './schema.js';

export interface Database {
  /** For graphile-worker; everything else goes through `kysely`. */
  readonly pool: Pool;
  readonly kysely: Kysely<Schema>;
  readonly kind: 'pglite' | 'postgres';
  close(): Promise<void>;
}

/** What functions on tables take: the database, or the transaction they shall be part of. */
export type Db = Kysely<Schema> | Transaction<Schema>;

/** Runs `work` in the transaction at hand, or in a new one. */
export function inTransaction<T>(db: Db, work: (trx: Transaction<Schema>) => Promise<T>): Promise<T> {
  return db.isTransaction ? work(db as Transaction<Schema>) : db.transaction().execute(work);
}
