/** Which answer the open pull requests of a repository were last told. */
import type { Db } from './database.js';

export interface PassedOn {
  /** Of everything that is decisive, and to whom it is told. */
  readonly digest: string;
  /** Of `seaworthy/launch`. */
  readonly conclusion: string | null;
}

/** Null when they were never told anything. */
export async function passedOn(db: Db, repositoryId: number): Promise<PassedOn | null> {
  const row = await db
    .selectFrom('fan_out')
    .select(['digest', 'conclusion'])
    .where('repository_id', '=', repositoryId)
    .executeTakeFirst();
  return row ?? null;
}

export async function savePassedOn(db: Db, repositoryId: number, { digest, conclusion }: PassedOn): Promise<void> {
  await db
    .insertInto('fan_out')
    .values({ repository_id: repositoryId, digest, conclusion })
    .onConflict((conflict) => conflict.column('repository_id').doUpdateSet({ digest, conclusion }))
    .execute();
}
