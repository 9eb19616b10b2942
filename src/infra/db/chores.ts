/** When each chore last ended well, so that the next run knows from where on to look. */
import type { Db } from './database.js';

export async function lastGood(db: Db, name: string): Promise<Date | null> {
  const row = await db.selectFrom('chore').select('last_good_at').where('name', '=', name).executeTakeFirst();
  return row?.last_good_at ?? null;
}

/** `at` is when the good run started: what happened meanwhile belongs to the next. */
export async function saveLastGood(db: Db, name: string, at: Date): Promise<void> {
  await db
    .insertInto('chore')
    .values({ name, last_good_at: at })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ last_good_at: at }))
    .execute();
}
