/** Which answer the open pull requests of a repository were last told. */
import type { Db } from './database.js';

/** Null when they were never told anything. */
export async function passedOn(db: Db, repositoryId: number): Promise<string | null> {
  const row = await db
    .selectFrom('fan_out')
    .select('digest')
    .where('repository_id', '=', repositoryId)
    .executeTakeFirst();
  return row?.digest ?? null;
}

export async function savePassedOn(db: Db, repositoryId: number, digest: string): Promise<void> {
  await db
    .insertInto('fan_out')
    .values({ repository_id: repositoryId, digest })
    .onConflict((conflict) => conflict.column('repository_id').doUpdateSet({ digest }))
    .execute();
}
