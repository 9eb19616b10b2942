/** How long a risk may be accepted and by how many people, and calendar dates to reckon with. */
import type { RiskLevel } from '../../core/risk.js';

/** The longest term in days from the day it is asked for, and how many people other than the requester approve it. */
export type WaiverTerms = Readonly<Record<RiskLevel, { readonly days: number; readonly approvers: number }>>;

const DAY = 86_400_000;

/** True for a calendar date that exists: `2027-02-28`, not `2027-02-30`, and no year 0, which the database does not have. */
export function isDate(text: string): boolean {
  if (!/^(?!0000)\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}

/** The calendar date `days` after `date`. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}
