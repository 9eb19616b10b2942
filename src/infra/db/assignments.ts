/** Who is to deal with which item of a repository. Logins are compared as GitHub does, without regard to case. */
import { sql } from 'kysely';
import type { Db } from './database.js';

export interface Assignment {
  readonly itemId: string;
  /** Login without `@`, as it was written. */
  readonly login: string;
}

/** Oldest first, of all items of the repository. */
export async function assignmentsOf(db: Db, repositoryId: number): Promise<Assignment[]> {
  const rows = await db
    .selectFrom('assignment')
    .select(['item_id', 'login'])
    .where('repository_id', '=', repositoryId)
    .orderBy('assigned_at')
    .orderBy('login')
    .execute();
  return rows.map(({ item_id: itemId, login }) => ({ itemId, login }));
}

export async function isAssigned(db: Db, repositoryId: number, itemId: string, login: string): Promise<boolean> {
  const row = await db
    .selectFrom('assignment')
    .select('login')
    .where('repository_id', '=', repositoryId)
    .where('item_id', '=', itemId)
    .where(sql<boolean>`lower(login) = ${login.toLowerCase()}`)
    .executeTakeFirst();
  return row !== undefined;
}

/** False when the person is assigned already. */
export async function assign(
  db: Db,
  repositoryId: number,
  { itemId, login }: Assignment,
  given: { readonly by: string; readonly at: Date },
): Promise<boolean> {
  if (await isAssigned(db, repositoryId, itemId, login)) return false;
  await db
    .insertInto('assignment')
    .values({ repository_id: repositoryId, item_id: itemId, login, assigned_by: given.by, assigned_at: given.at })
    .onConflict((conflict) => conflict.columns(['repository_id', 'item_id', 'login']).doNothing())
    .execute();
  return true;
}

/** False when the person was not assigned. */
export async function unassign(db: Db, repositoryId: number, { itemId, login }: Assignment): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('assignment')
    .where('repository_id', '=', repositoryId)
    .where('item_id', '=', itemId)
    .where(sql<boolean>`lower(login) = ${login.toLowerCase()}`)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
