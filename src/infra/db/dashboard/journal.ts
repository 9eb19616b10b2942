/** Who decided what, when, as far as a person may see it: entries of a repository by those who see it, the others by owners. */
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../database.js';
import { storable } from '../json.js';
import { ownsInstallation, type Seer, seenIn } from './seen.js';

export interface JournalLine {
  readonly seq: number;
  readonly at: Date;
  readonly actor: string;
  /** Null for what concerns the whole organisation. */
  readonly repository: { readonly id: number; readonly owner: string; readonly name: string } | null;
  readonly subject: string;
  readonly kind: string;
  readonly data: unknown;
  readonly hash: string;
}

export interface JournalFilter {
  /** Login, in any case. */
  readonly actor: string | null;
  /** The whole word, or its beginning up to a dot: `waiver` finds `waiver.asked`. */
  readonly kind: string | null;
  /** Name of a repository, in any case. */
  readonly repository: string | null;
  /** Calendar dates, both included. */
  readonly from: string | null;
  readonly to: string | null;
}

export const EVERYTHING: JournalFilter = { actor: null, kind: null, repository: null, from: null, to: null };
export const JOURNAL_PAGE = 50;

export interface JournalPage {
  /** Newest first. */
  readonly entries: readonly JournalLine[];
  /** Where the page of older entries begins: its `before`; null at the end. */
  readonly next: number | null;
}

/** @param before a `seq`; null for the newest */
export async function readJournalPage(
  db: Db,
  seer: Seer,
  installationId: number,
  filter: JournalFilter,
  before: number | null,
): Promise<JournalPage> {
  const { rows } = await sql<JournalRow>`
    ${entries(seer, installationId, filter)} and ${before === null ? sql`true` : sql`seq < ${before}`}
    order by seq desc limit ${JOURNAL_PAGE + 1}`.execute(db);
  const page = rows.slice(0, JOURNAL_PAGE);
  return { entries: page.map(journalLine), next: rows.length > JOURNAL_PAGE ? (page.at(-1)?.seq ?? null) : null };
}

/** Entries to one reading of an export. */
const PART = 1_000;

/** All that matches, oldest first, read as somebody takes it. */
export async function* exportJournal(
  db: Db,
  seer: Seer,
  installationId: number,
  filter: JournalFilter,
): AsyncGenerator<JournalLine, void, undefined> {
  let after = 0;
  for (;;) {
    const { rows } = await sql<JournalRow>`
      ${entries(seer, installationId, filter)} and seq > ${after} order by seq limit ${PART}`.execute(db);
    yield* rows.map(journalLine);
    if (rows.length < PART) return;
    after = rows.at(-1)?.seq ?? after;
  }
}

const MOST_OF_ONE = 50;

/** The newest 50 of one repository, newest first, for those who may see it. */
export async function timelineOf(db: Db, repositoryId: number): Promise<readonly JournalLine[]> {
  const { rows } = await sql<JournalRow>`
    select ${ENTRY} from journal join repository on repository.id = journal.repository_id
    where journal.repository_id = ${repositoryId} order by seq desc limit ${MOST_OF_ONE}`.execute(db);
  return rows.map(journalLine);
}

/** Without a repository it is the organisation's: the subject names its installation. */
function entries(seer: Seer, installationId: number, filter: JournalFilter): RawBuilder<unknown> {
  return sql`
    select ${ENTRY} from journal left join ${seenIn(seer, installationId)} on repository.id = journal.repository_id
    where (repository.id is not null or (journal.repository_id is null
      and subject like ${`%:${installationId}`} and ${ownsInstallation(seer, installationId)}))
      and ${matches(filter)}`;
}

function matches({ actor, kind, repository, from, to }: JournalFilter): RawBuilder<boolean> {
  const wanted = [
    sql`true`,
    ...(actor === null ? [] : [sql`lower(actor) = lower(${storable(actor)})`]),
    ...(kind === null ? [] : [sql`(kind = ${storable(kind)} or starts_with(kind, ${`${storable(kind)}.`}))`]),
    ...(repository === null ? [] : [sql`lower(repository.name) = lower(${storable(repository)})`]),
    ...(from === null ? [] : [sql`at >= ${`${from}T00:00:00Z`}::timestamptz`]),
    ...(to === null ? [] : [sql`at < ${`${to}T00:00:00Z`}::timestamptz + interval '1 day'`]),
  ];
  return sql<boolean>`${sql.join(wanted, sql` and `)}`;
}

interface JournalRow extends Omit<JournalLine, 'repository'> {
  readonly id: number | null;
  readonly owner: string | null;
  readonly name: string | null;
}

const ENTRY = sql`seq, at, actor, subject, kind, data, hash, repository.id, repository.owner, repository.name`;

function journalLine({ id, owner, name, ...entry }: JournalRow): JournalLine {
  return { ...entry, repository: id === null || owner === null || name === null ? null : { id, owner, name } };
}
