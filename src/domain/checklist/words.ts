/** Small wordings that the header, the lines and the replies share. */

/** `1 item`, `2 items`. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

const WORDS = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'];

/** Numbers below ten as words, for the start of a sentence. */
export function countWord(count: number): string {
  return WORDS[count] ?? String(count);
}

/** `10 min`, `2 h`, `1 h 30 min`. */
export function minutes(count: number): string {
  const hours = Math.floor(count / 60);
  const rest = count % 60;
  return [hours > 0 ? `${hours} h` : '', rest > 0 || hours === 0 ? `${rest} min` : ''].filter(Boolean).join(' ');
}

/** The calendar date (UTC) of an ISO 8601 instant. */
export function dateOf(instant: string): string {
  return instant.slice(0, 10);
}

const DAY = 86_400_000;

/** Whole days from one calendar date to another, negative when `to` is earlier; NaN when one is no date. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}

/** `in 23 days`, `tomorrow`, `today`, `2 days ago`; both are calendar dates. Empty when one is no date. */
export function distance(from: string, to: string): string {
  const days = daysBetween(from, to);
  if (Number.isNaN(days)) return '';
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  return days > 0 ? `in ${days} days` : days === -1 ? 'yesterday' : `${-days} days ago`;
}

/** `Three more items`, for the start of a sentence. */
export function moreItems(count: number): string {
  return `${countWord(count)} more ${count === 1 ? 'item' : 'items'}`;
}

/** `a B`, `an A+`, `an F`. */
export function aLetter(letter: string): string {
  return `${/^[AF]/.test(letter) ? 'an' : 'a'} ${letter}`;
}
