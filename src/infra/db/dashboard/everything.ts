/** Every service of an organisation, for its reports. */
import { sql } from 'kysely';
import type { Db } from '../database.js';
import { LINE, type LineRow, linesOf, type RepositoryLine } from './line.js';
import { oursIn, type Seer, seenIn } from './seen.js';

/** Services to one reading. */
const PART = 500;

/**
 * Those with figures that are not archived, by name; read as somebody takes them.
 * @param seer only what this person sees; null for all, which is for reports of the organisation itself
 * @param today calendar date
 */
export async function* allLines(
  db: Db,
  seer: Seer | null,
  installationId: number,
  today: string,
): AsyncGenerator<RepositoryLine, void, undefined> {
  const from = seer === null ? oursIn(installationId) : seenIn(seer, installationId);
  let after = { key: '', repository_id: 0 };
  for (;;) {
    const { rows } = await sql<LineRow & { key: string }>`
      select ${LINE}, lower(name) as key from ${from} join readiness on readiness.repository_id = repository.id
      where not repository.archived and (lower(name) collate "C", id) > (${after.key}, ${after.repository_id}::bigint)
      order by lower(name) collate "C", id limit ${PART}`.execute(db);
    yield* await linesOf(db, rows, today);
    const last = rows.at(-1);
    if (last === undefined || rows.length < PART) return;
    after = last;
  }
}
