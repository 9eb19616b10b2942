/** Edits of the baseline issue that wait to be settled, and our own writes by which a lost update is recognised. */
import { createHash } from 'node:crypto';
import type { Db } from './database.js';

export interface PendingEdit {
  readonly from: string | null;
  readonly to: string | null;
  /** Login; null when nobody could be named. */
  readonly by: string | null;
  /** ISO 8601 instant. */
  readonly at: string;
}

/** Adds an edit once: `key` is the delivery that brought it. */
export async function addEdit(db: Db, repositoryId: number, key: string, edit: PendingEdit): Promise<void> {
  await db
    .insertInto('edit')
    .values({
      key,
      repository_id: repositoryId,
      from_body: edit.from,
      to_body: edit.to,
      by_login: edit.by,
      at: edit.at,
    })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
}

/** Oldest first. */
export async function pendingEdits(db: Db, repositoryId: number): Promise<readonly (PendingEdit & { key: string })[]> {
  const rows = await db
    .selectFrom('edit')
    .selectAll()
    .where('repository_id', '=', repositoryId)
    .orderBy('at')
    .orderBy('key')
    .execute();
  return rows.map((row) => ({
    key: row.key,
    from: row.from_body,
    to: row.to_body,
    by: row.by_login,
    at: row.at,
  }));
}

export async function forgetEdits(db: Db, keys: readonly string[]): Promise<void> {
  if (keys.length > 0)
    await db
      .deleteFrom('edit')
      .where('key', 'in', [...keys])
      .execute();
}

/** Remembers, before it is sent, which body a write of ours was based on. */
export async function noteWrite(
  db: Db,
  repositoryId: number,
  write: { readonly body: string; readonly basedOn: string; readonly at: Date },
): Promise<void> {
  const columns = { based_on_body: write.basedOn, at: write.at };
  await db
    .insertInto('body_write')
    .values({ repository_id: repositoryId, digest: digestOf(write.body), ...columns })
    .onConflict((conflict) => conflict.columns(['repository_id', 'digest']).doUpdateSet(columns))
    .execute();
}

/** What the write of `body` was based on; null when it is none of ours, or too old to be remembered. */
export async function basisOf(db: Db, repositoryId: number, body: string): Promise<string | null> {
  const row = await db
    .selectFrom('body_write')
    .select('based_on_body')
    .where('repository_id', '=', repositoryId)
    .where('digest', '=', digestOf(body))
    .executeTakeFirst();
  return row?.based_on_body ?? null;
}

/** True for a body of ours that stands on GitHub while a crash kept us from recording it: nothing in it was said by people. */
export async function isUnrecordedWrite(db: Db, repositoryId: number, body: string): Promise<boolean> {
  const row = await db
    .selectFrom('body_write')
    .innerJoin('baseline', 'baseline.repository_id', 'body_write.repository_id')
    .select('digest')
    .where('body_write.repository_id', '=', repositoryId)
    .where('digest', '=', digestOf(body))
    .whereRef('body_write.at', '>', 'baseline.updated_at')
    .executeTakeFirst();
  return row !== undefined;
}

/** Forgets writes from before `until`: their echo arrived long ago. */
export async function forgetWrites(db: Db, until: Date): Promise<void> {
  await db.deleteFrom('body_write').where('at', '<', until).execute();
}

function digestOf(body: string): string {
  return createHash('sha256').update(body).digest('hex');
}
