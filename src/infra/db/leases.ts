/** Which processes are alive: each holds a lock that ends with its connection, so a dead one cannot keep it. */
import { sql } from 'kysely';
import type { PoolClient } from 'pg';
import type { Database, Db } from './database.js';

export interface Lease {
  release(): Promise<void>;
}

/** PGlite is this process alone: whoever is not named here is gone. */
const heldHere = new WeakMap<Database, Set<string>>();

/**
 * Shows others that `name` is alive until released.
 * @param onLost the connection broke: others may now take us for dead. The lease is over then.
 */
export async function holdLease(db: Database, name: string, onLost: () => void): Promise<Lease> {
  if (db.kind === 'pglite') {
    const names = heldHere.get(db) ?? new Set();
    heldHere.set(db, names.add(name));
    return { release: async () => void names.delete(name) };
  }
  const client = await db.pool.connect();
  let over = false;
  const end = () => {
    over = true;
    client.off('error', lost);
    client.release(true);
  };
  const lost = () => {
    if (over) return;
    end();
    onLost();
  };
  client.on('error', lost);
  try {
    await lock(client, name);
  } catch (error) {
    if (!over) end();
    throw error;
  }
  return {
    release: async () => {
      if (!over) end();
    },
  };
}

async function lock(client: PoolClient, name: string): Promise<void> {
  await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [name]);
}

/** Of `names`, those that nobody holds. On a server they stay locked until the transaction ends: one process cleans up. */
export async function deadLeases(db: Database, trx: Db, names: readonly string[]): Promise<string[]> {
  if (db.kind === 'pglite') return names.filter((name) => !heldHere.get(db)?.has(name));
  const dead: string[] = [];
  for (const name of names) {
    const { rows } = await sql<{ free: boolean }>`
      select pg_try_advisory_xact_lock(hashtextextended(${name}, 0)) as free`.execute(trx);
    if (rows[0]?.free === true) dead.push(name);
  }
  return dead;
}
