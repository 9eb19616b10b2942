/** Dates and times as people say them, with the exact one for machines and on hover. */
import { dayOf } from '../../../core/clock.js';
import { distanceInWords } from './distance.js';

/** An instant: `3 hours ago`. */
export function Day({ at, now }: { readonly at: Date; readonly now: Date }) {
  return (
    <time datetime={at.toISOString()} title={`${at.toISOString().slice(0, 19).replace('T', ' ')} UTC`}>
      {distanceInWords(at.getTime() - now.getTime())}
    </time>
  );
}

/** A calendar date: `15 Dec 2026`, and with `now` how far it is. */
export function CalendarDay({ date, now }: { readonly date: string; readonly now?: Date }) {
  return (
    <>
      <time datetime={date} class="no-wrap">
        {dateInWords(date)}
      </time>
      {now && <span class="fgColor-muted"> {daysFrom(dayOf(now), date)}</span>}
    </>
  );
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2026-12-15` is `15 Dec 2026`; what is no date stays as it is. */
export function dateInWords(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  const name = MONTHS[(month ?? 0) - 1];
  return name === undefined || day === undefined ? date : `${day} ${name} ${year}`;
}

const DAY_MS = 86_400_000;

/** `in 23 days`, `today`, `5 days ago`. @param from @param to calendar dates */
export function daysFrom(from: string, to: string): string {
  const days = Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days === -1) return 'yesterday';
  return days > 0 ? `in ${days} days` : `${-days} days ago`;
}

const LONG_MONTH = new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** `2026-12` is `December 2026`. */
export function monthInWords(month: string): string {
  const time = new Date(`${month}-01T00:00:00.000Z`);
  return Number.isNaN(time.getTime()) ? month : LONG_MONTH.format(time);
}
