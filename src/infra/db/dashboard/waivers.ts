/** Accepted risks and requests for them, by the day on which they end. */
import type { Db } from '../database.js';
import type { WaiverState } from '../service-tables.js';
import type { Seer } from './seen.js';

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
  readonly waivers: readonly WaiverLine[];
  /** That match. */
  readonly total: number;
  readonly active: number;
  readonly asked: number;
  /** In force, with their last day in the next 14, today included. */
  readonly endingSoon: number;
}

export const WAIVER_PAGE = 50;

/** First what ends first; of those that are over, what ended last. @param query.page from 1 on @param today calendar date */
export function listWaivers(
  db: Db,
  seer: Seer,
  installationId: number,
  query: { readonly filter: WaiverFilter; readonly page: number },
  today: string,
): Promise<WaiverList> {
  throw new Error(`not built yet ${db.isTransaction} ${seer.userId} ${installationId} ${query.page} ${today}`);
}
