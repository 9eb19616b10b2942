/** What must happen once although jobs may run twice: an intent is written down before, the result after. */
import type { Clock } from '../../core/clock.js';
import type { Db } from './database.js';
import { canonicalJson } from './json.js';

export interface Effect<T> {
  /** Finds what an earlier, interrupted `act` left behind; null when there is nothing. Called after a crash or failure only. */
  look(): Promise<T | null>;
  /** Does it. The answer must survive JSON. */
  act(): Promise<T>;
}

/**
 * Answers the stored result where there is one. An intent without a result means that an earlier run ended between the
 * two, or that GitHub's answer was lost: then `look` comes first, and `act` only when it found nothing.
 *
 * Two runs of one key at the same moment are the queue's to exclude: keys belong to the subject of the job.
 * `db` must not be a transaction: the intent has to be on the disk before `act` begins.
 * @param key what is done, e.g. `reply:<comment id>`.
 */
export async function once<T>(db: Db, clock: Clock, key: string, effect: Effect<T>): Promise<T> {
  if (db.isTransaction) throw new Error('An effect is never part of a transaction');
  const fresh = await db
    .insertInto('effect')
    .values({ key, intended_at: clock.now() })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning('key')
    .executeTakeFirst();
  if (fresh !== undefined) return record(db, clock, key, await effect.act());
  const known = await db.selectFrom('effect').selectAll().where('key', '=', key).executeTakeFirstOrThrow();
  if (known.done_at !== null) return known.result as T;
  return record(db, clock, key, (await effect.look()) ?? (await effect.act()));
}

/** What was done; null when nothing was, or nobody knows yet how it ended. */
export async function findEffect<T>(db: Db, key: string): Promise<T | null> {
  const row = await db
    .selectFrom('effect')
    .select('result')
    .where('key', '=', key)
    .where('done_at', 'is not', null)
    .executeTakeFirst();
  return row === undefined ? null : (row.result as T);
}

/** How many of these were begun, whether or not they have ended. */
export async function effectsBegun(db: Db, keys: readonly string[]): Promise<number> {
  return (await db.selectFrom('effect').select('key').where('key', 'in', keys).execute()).length;
}

/** Forgets what was done, so that it is done again: the thing itself is gone (an issue deleted by a person). */
export async function forgetEffect(db: Db, key: string): Promise<void> {
  await db.deleteFrom('effect').where('key', '=', key).execute();
}

async function record<T>(db: Db, clock: Clock, key: string, result: T): Promise<T> {
  await db
    .updateTable('effect')
    .set({ result: canonicalJson(result), done_at: clock.now() })
    .where('key', '=', key)
    .execute();
  return result;
}
