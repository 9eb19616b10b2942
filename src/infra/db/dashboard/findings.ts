/** Findings as pages list them: what kind, where and how old, and nothing that could be turned back into the value. */
import type { Selectable } from 'kysely';
import type { RiskLevel } from '../../../core/risk.js';
import type { Confidence } from '../../../domain/scanner/rule.js';
import type { FindingOrigin, FindingState, FindingTable } from '../service-tables.js';

/** A finding without any value: what may be shown to whoever sees the repository. */
export interface FindingLine {
  /** Keyed; commands take its beginning, `shortFingerprint`. */
  readonly fingerprint: string;
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

/** A row of `finding`. */
export type FindingRow = Selectable<FindingTable>;

export function findingLine(row: FindingRow): FindingLine {
  const { path, line, commit_sha: commit } = row;
  return {
    fingerprint: row.fingerprint,
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
