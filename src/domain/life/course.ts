/** What time does to a waiver: a reminder before its end, and the end. */
import { code, daysBetween, escapeInline, type Item, type ItemState } from '../checklist/index.js';
import { addDays, type WaiverTerms } from './terms.js';
import type { Waiver } from './waiver.js';

/** How many days before the end the people are reminded: what may last a week only, the day before. */
const NOTICE: Readonly<Record<Item['risk'], number>> = { MAXIMUM: 1, HIGH: 1, MEDIUM: 7, LOW: 7 };

/** The longest notice there is, in days: who looks for waivers that are due looks so far ahead. */
export const LONGEST_NOTICE = Math.max(...Object.values(NOTICE));

/** What is due on `today`, a calendar date in UTC. Nobody is reminded on the very day on which it was approved. */
export function courseOf(
  waiver: Pick<Waiver, 'until' | 'activatedAt'>,
  risk: Item['risk'],
  today: string,
): 'holds' | 'remind' | 'end' {
  if (today > waiver.until) return 'end';
  const isNew = waiver.activatedAt === null || waiver.activatedAt.slice(0, 10) >= today;
  return !isNew && daysBetween(today, waiver.until) <= NOTICE[risk] ? 'remind' : 'holds';
}

/** An item whose waiver is over. */
export function endedState({ until }: Pick<Waiver, 'until'>, at: string): ItemState {
  return { kind: 'open', at, reason: `its risk was accepted until ${until}` };
}

/** What the reminder says: Markdown. */
export function reminderText(
  item: Pick<Item, 'id' | 'title' | 'risk'>,
  { until }: Pick<Waiver, 'until'>,
  today: string,
  terms: WaiverTerms,
): string {
  const left = daysBetween(today, until);
  const when = left === 0 ? 'today' : left === 1 ? `tomorrow, ${until}` : `on ${until}, in ${left} days`;
  const { days } = terms[item.risk];
  const instead =
    days < 1
      ? 'Do it and tick it: the policy lets nobody accept this risk any longer.'
      : `Do it and tick it, or ask for more time: \`/baseline accept-risk ${item.id} until ${addDays(today, days)} because …\``;
  return [
    `The accepted risk of ${code(item.id)} (${escapeInline(item.title)}) ends ${when}. Then the item is open again.`,
    instead,
  ].join(' ');
}
