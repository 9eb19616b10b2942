/** Findings by keyed fingerprint. There is no column, and no argument, that could hold a value. */
import { type Selectable, sql } from 'kysely';
import type { RiskLevel } from '../../core/risk.js';
import type { Finding } from '../../domain/scanner/finding.js';
import type { Confidence } from '../../domain/scanner/rule.js';
import type { Db } from './database.js';
import type { FindingOrigin, FindingState, FindingTable } from './service-tables.js';

export interface StoredFinding {
  readonly fingerprint: string;
  /** What it was known by under the key before this one; commands and policies may still name it so. */
  readonly previousFingerprint: string | null;
  readonly ruleId: string;
  readonly title: string;
  readonly severity: RiskLevel;
  readonly confidence: Confidence;
  readonly preview: string;
  readonly origin: FindingOrigin;
  /** Where it was found first; null for one from before that was kept. */
  readonly place: { readonly path: string; readonly line: number; readonly commit: string } | null;
  readonly state: FindingState;
  readonly settledBy: string | null;
  readonly settledBecause: string | null;
}

/** A finding where it was found. */
export interface Found {
  readonly finding: Finding;
  /** Without values: a path is kept and shown. */
  readonly path: string;
  readonly commit: string;
}

/** Rows of one statement: PostgreSQL takes 65,535 parameters. */
const ROWS = 1000;

/**
 * Adds what is new; what is known keeps its state, so that a settled finding stays settled when the line moves. A value is as
 * sure as its surest place; one of the history that a push brings again is the push's from then on.
 */
export async function addFindings(
  db: Db,
  repositoryId: number,
  all: readonly Found[],
  origin: FindingOrigin,
  now: Date,
): Promise<void> {
  const unique = new Map<string, Found>();
  for (const found of all) {
    const before = unique.get(found.finding.fingerprint);
    if (before === undefined || isSurer(found, before)) unique.set(found.finding.fingerprint, found);
  }
  const rows = [...unique.values()].map(({ finding, path, commit }) => ({
    repository_id: repositoryId,
    fingerprint: finding.fingerprint,
    rule_id: finding.ruleId,
    title: finding.title,
    severity: finding.severity,
    confidence: finding.confidence,
    preview: finding.preview,
    state: 'open' as const,
    found_at: now,
    origin,
    path,
    line: finding.line,
    commit_sha: commit,
  }));
  for (let from = 0; from < rows.length; from += ROWS) {
    await db
      .insertInto('finding')
      .values(rows.slice(from, from + ROWS))
      .onConflict((conflict) => conflict.columns(['repository_id', 'fingerprint']).doUpdateSet(KNOWN))
      .execute();
  }
}

const isSurer = (a: Found, b: Found): boolean =>
  SURENESS.indexOf(a.finding.confidence) > SURENESS.indexOf(b.finding.confidence);

const SURENESS: readonly Confidence[] = ['low', 'medium', 'high'];

const rankOf = (table: 'finding' | 'excluded') =>
  sql`array_position(array['low', 'medium', 'high'], ${sql.ref(`${table}.confidence`)})`;
const isSurerNow = sql`${rankOf('excluded')} > ${rankOf('finding')}`;
const isNewByPush = sql`finding.origin = 'history' and excluded.origin = 'push'`;
const newer = <T>(when: ReturnType<typeof sql>, column: string) =>
  sql<T>`case when ${when} then ${sql.ref(`excluded.${column}`)} else ${sql.ref(`finding.${column}`)} end`;
const movesWhen = sql`finding.path is null or (${isNewByPush})`;

/** What a known finding takes from a new sighting of its value. */
const KNOWN = {
  confidence: newer<Confidence>(isSurerNow, 'confidence'),
  severity: newer<RiskLevel>(isSurerNow, 'severity'),
  rule_id: newer<string>(isSurerNow, 'rule_id'),
  title: newer<string>(isSurerNow, 'title'),
  origin: newer<FindingOrigin>(isNewByPush, 'origin'),
  path: newer<string>(movesWhen, 'path'),
  line: newer<number>(movesWhen, 'line'),
  commit_sha: newer<string>(movesWhen, 'commit_sha'),
};

/** Those of `fingerprints` that are still open. */
export async function openFindings(
  db: Db,
  repositoryId: number,
  fingerprints: readonly string[],
): Promise<ReadonlyMap<string, StoredFinding>> {
  if (fingerprints.length === 0) return new Map();
  const rows = await db
    .selectFrom('finding')
    .selectAll()
    .where('repository_id', '=', repositoryId)
    .where('state', '=', 'open')
    // One parameter, however many there are: PostgreSQL takes 65,535.
    .where(sql<boolean>`fingerprint = any(${[...new Set(fingerprints)]}::text[])`)
    .execute();
  return new Map(rows.map((row) => [row.fingerprint, findingOf(row)]));
}

/**
 * The findings of a repository whose fingerprint, this one or the one before, starts with `prefix`; at most two: none, the one,
 * or an ambiguity.
 */
export async function findingsByPrefix(db: Db, repositoryId: number, prefix: string): Promise<StoredFinding[]> {
  const within = (column: 'fingerprint' | 'previous_fingerprint') =>
    sql<boolean>`${sql.ref(column)} >= ${prefix} and ${sql.ref(column)} < ${`${prefix}g`}`;
  const rows = await db
    .selectFrom('finding')
    .selectAll()
    .where('repository_id', '=', repositoryId)
    .where(({ or }) => or([within('fingerprint'), within('previous_fingerprint')]))
    .limit(2)
    .execute();
  return rows.map(findingOf);
}

function findingOf(row: Selectable<FindingTable>): StoredFinding {
  const { fingerprint, title, severity, confidence, preview, origin, state, path, line } = row;
  return {
    fingerprint,
    previousFingerprint: row.previous_fingerprint,
    ruleId: row.rule_id,
    title,
    severity,
    confidence,
    preview,
    origin,
    place: path === null ? null : { path, line: line ?? 1, commit: row.commit_sha ?? '' },
    state,
    settledBy: row.settled_by,
    settledBecause: row.settled_because,
  };
}

export interface Settlement {
  readonly state: Exclude<FindingState, 'open'>;
  readonly by: string;
  readonly at: Date;
  readonly because: string;
}

/** False when it is not open (any more): the first word counts. */
export async function settleFinding(
  db: Db,
  repositoryId: number,
  fingerprint: string,
  settlement: Settlement,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('finding')
    .set({
      state: settlement.state,
      settled_by: settlement.by,
      settled_at: settlement.at,
      settled_because: settlement.because,
    })
    .where('repository_id', '=', repositoryId)
    .where('fingerprint', '=', fingerprint)
    .where('state', '=', 'open')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** How many open findings weigh the same. */
export interface OpenGroup {
  readonly severity: RiskLevel;
  readonly confidence: Confidence;
  readonly origin: FindingOrigin;
  readonly count: number;
}

/** Matches none of the beginnings of fingerprints given; expects `finding` in the query. */
export const notNamed = (prefixes: readonly string[]) => sql<boolean>`not exists (
  select from unnest(${prefixes}::text[]) as named (prefix)
  where starts_with(fingerprint, prefix) or starts_with(coalesce(previous_fingerprint, ''), prefix)
)`;

/** The open findings of the repository, counted by what decides whether they block; without those that `dismissed` names. */
export async function countOpenFindings(
  db: Db,
  repositoryId: number,
  dismissed: readonly string[],
): Promise<readonly OpenGroup[]> {
  const rows = await db
    .selectFrom('finding')
    .select(['severity', 'confidence', 'origin', (all) => all.fn.countAll<number>().as('n')])
    .where('repository_id', '=', repositoryId)
    .where('state', '=', 'open')
    .where(notNamed(dismissed))
    .groupBy(['severity', 'confidence', 'origin'])
    .execute();
  return rows.map(({ n, ...group }) => ({ ...group, count: Number(n) }));
}

/** Open findings, surest first, `limit` at most; without those that `dismissed` names. */
export async function listOpenFindings(
  db: Db,
  repositoryId: number,
  dismissed: readonly string[],
  limit: number,
): Promise<readonly StoredFinding[]> {
  const rows = await surestOpen(db, repositoryId, dismissed).limit(limit).execute();
  return rows.map(findingOf);
}

/** Those of them that were in the history before us. */
export async function openHistoryFindings(
  db: Db,
  repositoryId: number,
  dismissed: readonly string[],
  limit: number,
): Promise<readonly StoredFinding[]> {
  const open = surestOpen(db, repositoryId, dismissed);
  const rows = await open.where('origin', '=', 'history').limit(limit).execute();
  return rows.map(findingOf);
}

function surestOpen(db: Db, repositoryId: number, dismissed: readonly string[]) {
  return db
    .selectFrom('finding')
    .selectAll()
    .where('repository_id', '=', repositoryId)
    .where('state', '=', 'open')
    .where(notNamed(dismissed))
    .orderBy(sql`array_position(array['high', 'medium', 'low'], confidence)`)
    .orderBy('path')
    .orderBy('fingerprint');
}

/** Repositories in which a finding is open whose fingerprint, this one or the one before, starts with one of `prefixes`. */
export async function repositoriesWith(db: Db, prefixes: readonly string[]): Promise<readonly number[]> {
  if (prefixes.length === 0) return [];
  const rows = await db
    .selectFrom('finding')
    .select('repository_id')
    .distinct()
    .where('state', '=', 'open')
    .where(({ not }) => not(notNamed(prefixes)))
    .execute();
  return rows.map(({ repository_id }) => repository_id);
}
