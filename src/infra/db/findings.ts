/** Findings by keyed fingerprint. There is no column, and no argument, that could hold a value. */
import type { Finding } from '../../domain/scanner/finding.js';
import { type Selectable, sql } from 'kysely';
import type { Db } from './database.js';
import type { FindingState, FindingTable } from './service-tables.js';

export interface StoredFinding {
  readonly fingerprint: string;
  readonly ruleId: string;
  readonly title: string;
  readonly preview: string;
  readonly state: FindingState;
  readonly settledBy: string | null;
  readonly settledBecause: string | null;
}

/** Adds what is new; what is known keeps its state, so that a settled finding stays settled when the line moves. */
export async function addFindings(
  db: Db,
  repositoryId: number,
  findings: readonly Finding[],
  now: Date,
): Promise<void> {
  const unique = new Map(findings.map((finding) => [finding.fingerprint, finding]));
  if (unique.size === 0) return;
  await db
    .insertInto('finding')
    .values(
      [...unique.values()].map((finding) => ({
        repository_id: repositoryId,
        fingerprint: finding.fingerprint,
        rule_id: finding.ruleId,
        title: finding.title,
        severity: finding.severity,
        confidence: finding.confidence,
        preview: finding.preview,
        state: 'open' as const,
        found_at: now,
      })),
    )
    .onConflict((conflict) => conflict.columns(['repository_id', 'fingerprint']).doNothing())
    .execute();
}

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

/** The findings of a repository whose fingerprint starts with `prefix`, at most two: none, the one, or an ambiguity. */
export async function findingsByPrefix(db: Db, repositoryId: number, prefix: string): Promise<StoredFinding[]> {
  const rows = await db
    .selectFrom('finding')
    .selectAll()
    .where('repository_id', '=', repositoryId)
    .where('fingerprint', '>=', prefix)
    .where('fingerprint', '<', `${prefix}g`)
    .limit(2)
    .execute();
  return rows.map(findingOf);
}

function findingOf(row: Selectable<FindingTable>): StoredFinding {
  const { fingerprint, title, preview, state } = row;
  const settled = { settledBy: row.settled_by, settledBecause: row.settled_because };
  return { fingerprint, ruleId: row.rule_id, title, preview, state, ...settled };
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

/** How many findings of the repository are open. */
export async function countOpenFindings(db: Db, repositoryId: number): Promise<number> {
  const row = await db
    .selectFrom('finding')
    .select((all) => all.fn.countAll<number>().as('n'))
    .where('repository_id', '=', repositoryId)
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow();
  return Number(row.n);
}
