/** How far an instant is, in the largest unit that fits. */

const UNITS = [
  { unit: 'year', ms: 365 * 86_400_000 },
  { unit: 'month', ms: 30 * 86_400_000 },
  { unit: 'day', ms: 86_400_000 },
  { unit: 'hour', ms: 3_600_000 },
  { unit: 'minute', ms: 60_000 },
] as const;

const WORDS = new Intl.RelativeTimeFormat('en', { numeric: 'always' });

/** @param ms from now on; negative for what is past */
export function distanceInWords(ms: number): string {
  const found = UNITS.find((entry) => Math.abs(ms) >= entry.ms);
  return found === undefined ? 'just now' : WORDS.format(Math.trunc(ms / found.ms), found.unit);
}
