/** One repository as a person sees it, but for its items: those are read as the are. */
import type { Snapshot } from '../../../domain/outlook/snapshot.js';
import type { Confidence } from '../../../domain/scanner/rule.js';
import type { RiskLevel } from '../../../core/risk.js';
import type { Db } from '../database.js';
import type { FindingOrigin, FindingState } from '../service-tables.js';
import type { RepositoryLine } from './line.js';
import type { JournalLine } from './journal.js';
import type { Seer } from './seen.js';
import type { WaiverLine } from './waivers.js';

/** A finding without any value: what may be shown to whoever sees the repository. */
export interface FindingLine {
  /** Short fingerprint that commands take. */
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
  readonly permission: 'read' | 'triage' | 'write' | 'maintain' | 'admin';
  /** Null while there are no figures. */
  readonly line: RepositoryLine | null;
  /** Open ones first, the newest 100. */
  readonly findings: readonly FindingLine[];
  readonly findingCount: number;
  /** By end; those in force and those asked for first, then the newest 50 of the others. */
  readonly waivers: readonly WaiverLine[];
  /** The newest 50 entries, newest first. */
  readonly timeline: readonly JournalLine[];
  /** Of the last 400 days, oldest first. */
  readonly snapshots: readonly Snapshot[];
  /** When verifiers looked last; null when they never did. */
  readonly verifiedAt: Date | null;
}

/** Null when it is not there, or not for this person to see: nobody can tell the two apart. @param name in any case */
export function findRepositoryDetails(
  db: Db,
  seer: Seer,
  { installationId, name }: { readonly installationId: number; readonly name: string },
  today: string,
): Promise<RepositoryDetails | null> {
  throw new Error(`not built yet ${db.isTransaction} ${seer.userId} ${installationId} ${name} ${today}`);
}
