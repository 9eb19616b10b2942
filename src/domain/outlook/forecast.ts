/** When nothing required will be open any more, at the pace of the last weeks: a range, or the reason why nobody can say. */
import { daysBetween, plural } from '../checklist/index.js';
import { addDays } from '../life/terms.js';
import type { Snapshot } from './snapshot.js';

export type Forecast =
  /** Calendar dates: at the fastest and at the slowest pace of the last weeks. */
  | { readonly kind: 'range'; readonly from: string; readonly to: string }
  /** `because` is one sentence, plain text, with its full stop. */
  | { readonly kind: 'unclear'; readonly because: string };

type Standing = Pick<Snapshot, 'day' | 'blockers'>;

/** How far back a pace is taken from: what a team did before says little of what it does now. Days. */
export const LOOKED_BACK = 42;

/** A pace is taken over this many days at least: in one week a holiday or a good day decides. */
const LEAST = 14;

/** Beyond this a date is a number and no forecast. Days. */
const FARTHEST = 730;

/**
 * Paces are those from each of the last weeks (2 to 6 ago) until today; what was asked for in addition meanwhile slows them down. One
 * that leads nowhere leaves the end open, and then no end is named.
 * @param snapshots oldest first, the newest of `today`; those from before the last six weeks do not count
 * @param today calendar date
 * @returns null when nothing is in the way
 */
export function forecast(snapshots: readonly Standing[], today: string): Forecast | null {
  const now = snapshots.at(-1);
  if (now === undefined || now.blockers === 0) return null;
  const known = snapshots.filter(({ day }) => daysBetween(day, today) <= LOOKED_BACK);
  const first = known[0] ?? now;
  if (daysBetween(first.day, today) < LEAST) return tooYoung(daysBetween(first.day, today));
  const paces = startsOf(known, today).map((start) => ({ start, pace: paceOf(start, now, today) }));
  const slowest = paces.reduce((a, b) => (b.pace < a.pace ? b : a), paces[0] ?? { start: first, pace: 0 });
  if (slowest.pace <= 0) return noProgress(slowest.start, now, today);
  const fastest = Math.max(...paces.map(({ pace }) => pace));
  const to = Math.ceil(now.blockers / slowest.pace);
  if (to > FARTHEST) return { kind: 'unclear', because: 'At the pace of the last weeks it takes more than two years.' };
  return { kind: 'range', from: addDays(today, Math.ceil(now.blockers / fastest)), to: addDays(today, to) };
}

/** The newest snapshot of each week that is far enough back; weeks without one are left out. */
function startsOf(known: readonly Standing[], today: string): readonly Standing[] {
  const weeks = new Map<number, Standing>();
  for (const snapshot of known) {
    const age = daysBetween(snapshot.day, today);
    if (age >= LEAST) weeks.set(Math.floor(age / 7), snapshot);
  }
  return [...weeks.values()];
}

/** Blockers that went away, a day. */
function paceOf(start: Standing, now: Standing, today: string): number {
  return (start.blockers - now.blockers) / daysBetween(start.day, today);
}

function tooYoung(days: number): Forecast {
  const history =
    days < 1 ? 'History begins today' : `There ${days === 1 ? 'is' : 'are'} ${plural(days, 'day')} of history`;
  return { kind: 'unclear', because: `${history}: a forecast takes ${LEAST} days.` };
}

function noProgress(start: Standing, now: Standing, today: string): Forecast {
  const ago = plural(daysBetween(start.day, today), 'day');
  const were = `${plural(start.blockers, 'thing')} ${start.blockers === 1 ? 'was' : 'were'} in the way ${ago} ago`;
  const are = now.blockers === start.blockers ? 'as many are today' : `${now.blockers} are today`;
  return { kind: 'unclear', because: `There is no pace to go by: ${were}, and ${are}.` };
}
