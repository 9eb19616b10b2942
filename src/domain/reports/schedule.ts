/** When the weekly digest is due. */
import { addDays } from '../life/terms.js';
import type { ReportsPolicy } from '../policy/reports.js';
import { WEEKDAYS } from '../policy/schema-reports.js';

export interface DueDigest {
  /** By which it is sent once: an ISO 8601 week, `2026-W48`. */
  readonly week: string;
  /** Calendar date (UTC) on which it was due. */
  readonly day: string;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The last one that was due by `now`: of several that were missed only that one is worth telling. */
export function dueDigest({ digestOn, digestAt }: Pick<ReportsPolicy, 'digestOn' | 'digestAt'>, now: Date): DueDigest {
  // The hour of the digest is where its day begins.
  const day = new Date(now.getTime() - digestAt * HOUR).toISOString().slice(0, 10);
  const back = (weekday(day) - WEEKDAYS.indexOf(digestOn) + 7) % 7;
  const due = addDays(day, -back);
  return { week: isoWeek(due), day: due };
}

/** 0 is a Monday. */
function weekday(day: string): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}

/** The week of a year is the one that its Thursday lies in. @see ISO 8601 */
function isoWeek(day: string): string {
  const thursday = addDays(day, 3 - weekday(day));
  const year = thursday.slice(0, 4);
  const days = (Date.parse(thursday) - Date.parse(`${year}-01-01`)) / DAY;
  return `${year}-W${String(Math.floor(days / 7) + 1).padStart(2, '0')}`;
}
