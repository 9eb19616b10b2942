/** One repository as a person sees it, but for its items: those are read as the are, with `readService`. */
import { type Selectable, sql } from 'kysely';
import type { RiskLevel } from '../../../core/risk.js';
import type { Snapshot } from '../../../domain/outlook/snapshot.js';
import { shortFingerprint } from '../../../domain/scanner/finding.js';
import type { Confidence } from '../../../domain/scanner/rule.js';
import type { Permission } from '../access-tables.js';
import type { Db } from '../database.js';
import { storable } from '../json.js';
import type { FindingOrigin, FindingState, FindingTable } from '../service-tables.js';
import { snapshotsSince } from '../snapshots.js';
import { type JournalLine, timelineOf } from './journal.js';
import { LINE, type LineRow, linesOf, type RepositoryLine } from './line.js';
import type { Seer } from './seen.js';
import { type WaiverLine, waiversOf } from './waivers.js';

/** A finding without any value: what may be shown to whoever sees the repository. */
export interface FindingLine {
  /** Short fingerprint, which commands take. */
  readonly id: string;
  readonly kind: string;
  readonly ruleId: string;
  readonly severity: RiskLevel;
  readonly confidence: Confidence;
  /** Masked. */
  readonly preview: string;
  readonly origin: FindingOrigin;
  readonly state: FindingState;
  readonly foundAt: Date;
  /** Null for one from before that was kept. */
  readonly place: { readonly path: string; readonly line: number; readonly commit: string } | null;
  readonly settledBy: string | null;
  readonly settledAt: Date | null;
  readonly settledBecause: string | null;
}

export interface RepositoryDetails {
  readonly id: number;
  readonly owner: string;
  readonly name: string;
  readonly isPrivate: boolean;
  readonly isArchived: boolean;
  readonly permission: Permission;
  /** Null while there are no figures. */
  readonly line: RepositoryLine | null;
  /** Open ones first, the newest 100. */
  readonly findings: readonly FindingLine[];
  readonly findingCount: number;
  /** First those in force or asked for, by their end; then the newest 50 of the others. */
  readonly waivers: readonly WaiverLine[];
  /** The newest 50 entries, newest first. */
  readonly timeline: readonly JournalLine[];
  /** Of the last 400 days, oldest first. */
  readonly snapshots: readonly Snapshot[];
  /** When verifiers looked last; null when they never did. */
  readonly verifiedAt: Date | null;
}

interface Row extends Omit<LineRow, 'repository_id'> {
  readonly id: number;
  readonly archived: boolean;
  readonly permission: Permission;
  /** Null without figures. */
  readonly repository_id: number | null;
  readonly ran_at: Date | null;
}

const FINDINGS = 100;

/** Null when it is not there, or not for this person to see: nobody can tell the two apart. @param name in any case */
export async function findRepositoryDetails(
  db: Db,
  { userId }: Seer,
  { installationId, name }: { readonly installationId: number; readonly name: string },
  today: string,
): Promise<RepositoryDetails | null> {
  const { rows } = await sql<Row>`
    select repository.id, repository.archived, seen.permission, verification.ran_at, ${LINE}
    from repository
    join viewer_repository as seen on seen.repository_id = repository.id and seen.user_id = ${userId}
    left join readiness on readiness.repository_id = repository.id
    left join verification on verification.repository_id = repository.id
    where repository.installation_id = ${installationId} and repository.removed_at is null
      and lower(repository.name) = lower(${storable(name)})`.execute(db);
  const [row] = rows;
  if (row === undefined) return null;
  const { id, owner, repository_id: known } = row;
  const [line = null] = known === null ? [] : await linesOf(db, [{ ...row, repository_id: known }], today);
  return {
    id,
    owner,
    name: row.name,
    isPrivate: row.private,
    isArchived: row.archived,
    permission: row.permission,
    line,
    ...(await findingsOf(db, id)),
    waivers: await waiversOf(db, id),
    timeline: await timelineOf(db, id),
    snapshots: await snapshotsSince(db, id, ''),
    verifiedAt: row.ran_at,
  };
}

async function findingsOf(db: Db, repositoryId: number): Promise<Pick<RepositoryDetails, 'findings' | 'findingCount'>> {
  const { rows } = await sql<FindingRow & { total: number }>`
    select *, count(*) over ()::int as total from finding where repository_id = ${repositoryId}
    order by state <> 'open', found_at desc, fingerprint limit ${FINDINGS}`.execute(db);
  return { findings: rows.map(findingLine), findingCount: rows[0]?.total ?? 0 };
}

/** A row of `finding`. */
export type FindingRow = Selectable<FindingTable>;

export function findingLine(row: FindingRow): FindingLine {
  const { path, line, commit_sha: commit } = row;
  return {
    id: shortFingerprint(row.fingerprint),
    kind: row.title,
    ruleId: row.rule_id,
    severity: row.severity,
    confidence: row.confidence,
    preview: row.preview,
    origin: row.origin,
    state: row.state,
    foundAt: row.found_at,
    place: path === null ? null : { path, line: line ?? 1, commit: commit ?? '' },
    settledBy: row.settled_by,
    settledAt: row.settled_at,
    settledBecause: row.settled_because,
  };
}
