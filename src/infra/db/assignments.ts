/** Who was asked to see to which item of a repository. */
import type { Db } from './database.js';

/** False when they were asked already. Logins are kept in lower case: GitHub takes `Octocat` and `octocat` for one. */
export async function assign(
  db: Db,
  repositoryId: number,
  itemId: string,
  login: string,
  by: string,
  now: Date,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('assignment')
    .values({
      repository_id: repositoryId,
      item_id: itemId,
      login: login.toLowerCase(),
      assigned_by: by,
      assigned_at: now,
    })
    .onConflict((conflict) => conflict.columns(['repository_id', 'item_id', 'login']).doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Takes `login`, or everybody where it is null, off the item; answers who was assigned to it until now. */
export async function unassign(
  db: Db,
  repositoryId: number,
  itemId: string,
  login: string | null,
): Promise<readonly string[]> {
  const rows = await db
    .deleteFrom('assignment')
    .where('repository_id', '=', repositoryId)
    .where('item_id', '=', itemId)
    .$if(login !== null, (query) => query.where('login', '=', (login ?? '').toLowerCase()))
    .returning('login')
    .execute();
  return rows.map((row) => row.login).toSorted();
}

/** Logins by item id, in the order in which they were asked. */
export async function assignees(db: Db, repositoryId: number): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await db
    .selectFrom('assignment')
    .select(['item_id', 'login'])
    .where('repository_id', '=', repositoryId)
    .orderBy('assigned_at')
    .orderBy('login')
    .execute();
  const byItem = new Map<string, string[]>();
  for (const { item_id, login } of rows) byItem.set(item_id, [...(byItem.get(item_id) ?? []), login]);
  return byItem;
}

export async function isAssigned(db: Db, repositoryId: number, itemId: string, login: string): Promise<boolean> {
  const row = await db
    .selectFrom('assignment')
    .select('login')
    .where('repository_id', '=', repositoryId)
    .where('item_id', '=', itemId)
    .where('login', '=', login.toLowerCase())
    .executeTakeFirst();
  return row !== undefined;
}
