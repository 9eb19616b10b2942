/** Open findings of an organisation: how many, how old, of which kind, and how their number went. */
import type { Db } from '../database.js';
import type { FindingLine } from './repository.js';
import type { Seer } from './seen.js';

/** Ages in days: up to and including. */
export const AGES = [7, 30, 90, null] as const;

export interface SecretLine extends FindingLine {
  readonly repository: { readonly id: number; readonly owner: string; readonly name: string };
}

export interface SecretsOverview {
  readonly open: number;
  /** As `AGES`; null: older than all of them. */
  readonly byAge: readonly { readonly upToDays: (typeof AGES)[number]; readonly count: number }[];
  /** The commonest 20, with the oldest of each. */
  readonly byKind: readonly {
    readonly ruleId: string;
    readonly kind: string;
    readonly count: number;
    readonly repositories: number;
    readonly oldest: Date;
  }[];
  /** Weekly, oldest first, today last; days of which nothing is known are left out. `repositories`: of how many it is known. */
  readonly series: readonly { readonly day: string; readonly open: number; readonly repositories: number }[];
  /** Oldest first, a page of those that match. */
  readonly findings: readonly SecretLine[];
  /** That match. */
  readonly total: number;
}

export const SECRET_PAGE = 50;

export interface SecretQuery {
  /** Of a rule; null for all. */
  readonly ruleId: string | null;
  /** Of `AGES`, as text (`7`, `older`); null for all. */
  readonly age: (typeof AGES)[number] | 'any';
  /** From 1 on. */
  readonly page: number;
}

export function readSecrets(
  db: Db,
  seer: Seer,
  installationId: number,
  query: SecretQuery,
  now: Date,
): Promise<SecretsOverview> {
  throw new Error(`not built yet ${db.isTransaction} ${seer.userId} ${installationId} ${query.page} ${now}`);
}
