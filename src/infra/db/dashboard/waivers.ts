/** Accepted risks and requests for them, by the day on which they end. */
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../database.js';
import type { WaiverState } from '../service-tables.js';
import { daysFrom } from './line.js';
import { type Seer, seenIn } from './seen.js';

export interface WaiverLine {
  readonly id: number;
  readonly repository: { readonly id: number; readonly owner: string; readonly name: string };
  readonly itemId: string;
  readonly state: WaiverState;
  readonly requestedBy: string;
  readonly requestedAt: Date;
  readonly approvals: readonly { readonly by: string; readonly at: string }[];
  /** Calendar date, the last day on which it holds. */
  readonly until: string;
  readonly reason: string;
}

/** `current`: in force or asked for; `over`: ended or withdrawn. */
export type WaiverFilter = 'current' | 'active' | 'asked' | 'over';

export interface WaiverList {
  /** First what ends first; of those that are over, what ended last. */
  readonly waivers: readonly WaiverLine[];
  /** That match. */
  readonly total: number;
  readonly active: number;
  readonly asked: number;
  /** In force, with their last day in the next 14, today included. */
  readonly endingSoon: number;
}

export const WAIVER_PAGE = 50;

const SOON = 14;

const STATES: Readonly<Record<WaiverFilter, readonly WaiverState[]>> = {
  current: ['active', 'asked'],
  active: ['active'],
  asked: ['asked'],
  over: ['ended', 'withdrawn'],
};

/** @param query.page from 1 on @param today calendar date */
export async function listWaivers(
  db: Db,
  seer: Seer,
  installationId: number,
  { filter, page }: { readonly filter: WaiverFilter; readonly page: number },
  today: string,
): Promise<WaiverList> {
  const isWanted = stateIn(STATES[filter]);
  const { rows } = await sql<WaiverRow>`
    select ${WAIVER} from ${seenIn(seer, installationId)} join waiver on waiver.repository_id = repository.id
    where ${isWanted} order by until ${filter === 'over' ? sql`desc` : sql`asc`}, waiver.id
    limit ${WAIVER_PAGE} offset ${(page - 1) * WAIVER_PAGE}`.execute(db);
  const { rows: counted } = await sql<Omit<WaiverList, 'waivers'>>`
    select count(*) filter (where ${isWanted})::int as total,
      count(*) filter (where state = 'active')::int as active,
      count(*) filter (where state = 'asked')::int as asked,
      count(*) filter (where state = 'active' and until between ${today} and ${daysFrom(today, SOON)})::int as "endingSoon"
    from ${seenIn(seer, installationId)} join waiver on waiver.repository_id = repository.id`.execute(db);
  const { total = 0, active = 0, asked = 0, endingSoon = 0 } = counted[0] ?? {};
  return { waivers: rows.map(waiverLine), total, active, asked, endingSoon };
}

const MOST_OVER = 50;

/** Of one repository, for those who may see it: first what holds or waits, by its end, then the newest of the others. */
export async function waiversOf(db: Db, repositoryId: number): Promise<readonly WaiverLine[]> {
  const some = (states: readonly WaiverState[], order: RawBuilder<unknown>) =>
    sql<WaiverRow>`
      select ${WAIVER} from waiver join repository on repository.id = waiver.repository_id
      where waiver.repository_id = ${repositoryId} and ${stateIn(states)} order by ${order} limit ${MOST_OVER}`.execute(
      db,
    );
  const [current, over] = [
    await some(STATES.current, sql`until, waiver.id`),
    await some(STATES.over, sql`waiver.id desc`),
  ];
  return [...current.rows, ...over.rows].map(waiverLine);
}

const stateIn = (states: readonly WaiverState[]) => sql<boolean>`state = any(${[...states]}::text[])`;

interface WaiverRow {
  readonly id: number;
  readonly repository_id: number;
  readonly owner: string;
  readonly name: string;
  readonly item_id: string;
  readonly state: WaiverState;
  readonly requested_by: string;
  readonly requested_at: Date;
  readonly approvals: WaiverLine['approvals'];
  readonly until: string;
  readonly reason: string;
}

const WAIVER = sql`waiver.*, repository.owner, repository.name`;

function waiverLine(row: WaiverRow): WaiverLine {
  return {
    id: row.id,
    repository: { id: row.repository_id, owner: row.owner, name: row.name },
    itemId: row.item_id,
    state: row.state,
    requestedBy: row.requested_by,
    requestedAt: row.requested_at,
    approvals: row.approvals,
    until: row.until,
    reason: row.reason,
  };
}
