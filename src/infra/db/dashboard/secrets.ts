/** Open findings of an organisation: how many, how old, of which kind, and how their number went. */
import { type RawBuilder, sql } from 'kysely';
import { dayOf } from '../../../core/clock.js';
import type { Db } from '../database.js';
import { notNamed } from '../findings.js';
import { storable } from '../json.js';
import { findPolicy } from '../policies.js';
import { type FindingLine, findingLine, type FindingRow } from './repository.js';
import { type Seer, seenIn } from './seen.js';

/** Ages in days, up to and including; null is older than all of them. */
export const AGES = [7, 30, 90, null] as const;

export type Age = (typeof AGES)[number];

export interface SecretLine extends FindingLine {
  readonly repository: { readonly id: number; readonly owner: string; readonly name: string };
}

export interface SecretsOverview {
  readonly open: number;
  /** In the order of `AGES`. */
  readonly byAge: readonly { readonly upToDays: Age; readonly count: number }[];
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

export interface SecretQuery {
  /** Of a rule; null for all. */
  readonly ruleId: string | null;
  readonly age: Age | 'any';
  /** From 1 on. */
  readonly page: number;
}

export const SECRET_PAGE = 50;

const KINDS = 20;
const WEEKS = 12;

/** Those that the organisation's policy dismisses are not open. In archived repositories as well: what is in them can be read by as many. */
export async function readSecrets(
  db: Db,
  seer: Seer,
  installationId: number,
  query: SecretQuery,
  now: Date,
): Promise<SecretsOverview> {
  const today = dayOf(now);
  const policy = await findPolicy(db, { scope: 'organisation', id: installationId });
  const dismissed = (policy?.good?.scan?.dismissed ?? []).filter(({ until }) => until >= today);
  const open = sql`from ${seenIn(seer, installationId)} join finding on finding.repository_id = repository.id
    where finding.state = 'open' and ${notNamed(dismissed.map(({ fingerprint }) => fingerprint))}`;
  const { rows: ages } = await sql<{ age: Age; count: number }>`
    select ${ageAt(now)} as age, count(*)::int as count ${open} group by 1`.execute(db);
  const { rows: byKind } = await sql<SecretsOverview['byKind'][number]>`
    select rule_id as "ruleId", min(title) as kind, count(*)::int as count,
      count(distinct repository.id)::int as repositories, min(found_at) as oldest
    ${open} group by rule_id order by count(*) desc, rule_id limit ${KINDS}`.execute(db);
  const wanted = sql`${open}
    and ${query.ruleId === null ? sql`true` : sql`rule_id = ${storable(query.ruleId)}`}
    and ${query.age === 'any' ? sql`true` : sql`${ageAt(now)} is not distinct from ${query.age}::int`}`;
  const { rows: findings } = await sql<FindingRow & { owner: string; name: string }>`
    select finding.*, repository.owner, repository.name ${wanted}
    order by found_at, finding.repository_id, fingerprint
    limit ${SECRET_PAGE} offset ${(query.page - 1) * SECRET_PAGE}`.execute(db);
  const { rows: matching } = await sql<{ total: number }>`select count(*)::int as total ${wanted}`.execute(db);
  const countOf = (age: Age) => ages.find((row) => row.age === age)?.count ?? 0;
  return {
    open: ages.reduce((sum, { count }) => sum + count, 0),
    byAge: AGES.map((upToDays) => ({ upToDays, count: countOf(upToDays) })),
    byKind,
    series: await seriesOf(db, seer, installationId, today),
    findings: findings.map((row) => ({
      ...findingLine(row),
      repository: { id: row.repository_id, owner: row.owner, name: row.name },
    })),
    total: matching[0]?.total ?? 0,
  };
}

/** The group of `AGES` that a finding is in; a day is 24 hours here. */
function ageAt(now: Date): RawBuilder<Age> {
  const cases = AGES.flatMap((days) =>
    days === null ? [] : [sql`when found_at >= ${now}::timestamptz - make_interval(days => ${days}) then ${days}::int`],
  );
  return sql<Age>`(case ${sql.join(cases, sql` `)} end)`;
}

async function seriesOf(db: Db, seer: Seer, installationId: number, today: string): Promise<SecretsOverview['series']> {
  const { rows } = await sql<SecretsOverview['series'][number]>`
    select day, sum(open_secrets)::int as open, count(*)::int as repositories
    from ${seenIn(seer, installationId)} join snapshot on snapshot.repository_id = repository.id
    where day = any(array(
      select to_char(${today}::date - 7 * week, 'YYYY-MM-DD') from generate_series(0, ${WEEKS}::int) week))
    group by day order by day`.execute(db);
  return rows;
}
