/** Who decided what, when: rows are added, never changed, and each carries the hash of the one before. */
import { createHash } from 'node:crypto';
import { type Selectable, sql } from 'kysely';
import { type Db, inTransaction } from './database.js';
import { canonicalJson, storable } from './json.js';
import type { JournalTable } from './schema.js';

export interface JournalEntry {
  readonly at: Date;
  /** A login, or `seaworthy[bot]`. */
  readonly actor: string;
  readonly repositoryId: number | null;
  /** What it is about: an item, a finding, a waiver. */
  readonly subject: string;
  /** What happened to it: `item.attested`, `waiver.granted`. */
  readonly kind: string;
  readonly data: unknown;
}

export type JournalRow = Selectable<JournalTable>;

export type JournalVerdict =
  | { readonly intact: true; readonly rows: number; readonly head: string }
  | { readonly intact: false; readonly rows: number; readonly seq: number; readonly problem: string };

/** What the first row follows. */
const ROOT = '0'.repeat(64);
const JOURNAL_LOCK = 7_329_002;

/**
 * Appends `entries` in their order, in the caller's transaction where there is one. Writers take turns until commit: a
 * chain has one end. Answers the last hash.
 */
export function appendJournal(db: Db, entries: readonly JournalEntry[]): Promise<string> {
  return inTransaction(db, async (trx) => {
    await sql`select pg_advisory_xact_lock(${JOURNAL_LOCK})`.execute(trx);
    const last = await trx
      .selectFrom('journal')
      .select(['seq', 'hash'])
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirst();
    let seq = last?.seq ?? 0;
    let previous = last?.hash ?? ROOT;
    const rows = entries.map((entry) => {
      seq += 1;
      const row = {
        seq,
        at: entry.at,
        actor: storable(entry.actor),
        repository_id: entry.repositoryId,
        subject: storable(entry.subject),
        kind: storable(entry.kind),
        data: canonicalJson(entry.data),
        previous_hash: previous,
      };
      previous = hashOf(row);
      return { ...row, hash: previous };
    });
    if (rows.length > 0) await trx.insertInto('journal').values(rows).execute();
    return previous;
  });
}

/**
 * Walks the whole chain in pages and names the first row that does not fit. Rows cut off at the end leave a chain that
 * fits: compare `head` and `rows` with a copy kept elsewhere.
 */
export async function verifyJournal(db: Db, pageSize = 1000): Promise<JournalVerdict> {
  let seq = 0;
  let previous = ROOT;
  for (;;) {
    const page = await readJournal(db, { after: seq, limit: pageSize });
    for (const row of page) {
      const problem = problemOf(row, seq + 1, previous);
      if (problem !== null) return { intact: false, rows: seq, seq: row.seq, problem };
      seq = row.seq;
      previous = row.hash;
    }
    if (page.length < pageSize) return { intact: true, rows: seq, head: previous };
  }
}

/** Rows in their order, after the given one, of one repository or all. */
export function readJournal(
  db: Db,
  query: { readonly after?: number; readonly limit: number; readonly repositoryId?: number },
): Promise<JournalRow[]> {
  let select = db
    .selectFrom('journal')
    .selectAll()
    .where('seq', '>', query.after ?? 0);
  if (query.repositoryId !== undefined) select = select.where('repository_id', '=', query.repositoryId);
  return select.orderBy('seq').limit(query.limit).execute();
}

function problemOf(row: JournalRow, expectedSeq: number, previous: string): string | null {
  if (row.seq !== expectedSeq) return `Row ${expectedSeq} is missing`;
  if (row.previous_hash !== previous) return 'It does not follow the row before it';
  if (row.hash !== hashOf({ ...row, data: canonicalJson(row.data) })) return 'Its content was changed';
  return null;
}

function hashOf(row: Omit<JournalRow, 'hash' | 'data'> & { readonly data: string }): string {
  const { seq, at, actor, repository_id, subject, kind, data, previous_hash } = row;
  const fields = [seq, at.toISOString(), actor, repository_id, subject, kind, data, previous_hash];
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex');
}
