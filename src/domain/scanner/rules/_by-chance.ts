/** Values that have a vendor's form by chance: pieces of longer texts in base64 or hexadecimal digits, tables, file names. */
import type { Candidate } from '../rule.js';

/** Characters of what stands around a value that are looked at. */
const AROUND = 40;
/** From this length on a random value of that many letters has both cases. */
const MIN_RUN = 8;
/** From this length on nothing below happens to a random value more often than once in ten million. */
const MIN_BODY = 24;
/** A prefix of four characters or fewer with a hyphen also ends words that are joined by hyphens. */
const MAX_SYLLABLE = 4;
const FOREIGN = /[^A-Za-z0-9+/]/;
const FOLLOWING = /^[+/][A-Za-z0-9+/]{0,40}={0,2}/;

/** True where the prefix and what follows it are no token, for all that they look like one. */
export function isByChance({ text, start, end, value }: Candidate, prefix: string, members: string): boolean {
  if (isUneven(value.slice(prefix.length), members)) return true;
  if (prefix.endsWith('-') && prefix.length <= MAX_SYLLABLE) return /[A-Za-z0-9]-$/.test(text.slice(start - 2, start));
  if (/[^A-Za-z0-9]/.test(prefix)) return false;
  if (value.length >= MIN_BODY && /^(?:[0-9a-f]+|[0-9A-F]+)$/.test(value)) return true;
  const before =
    text
      .slice(Math.max(0, start - AROUND), start)
      .split(FOREIGN)
      .at(-1) ?? '';
  const [after = ''] = FOLLOWING.exec(text.slice(end, end + AROUND)) ?? [];
  return (/[+/]$/.test(before) && isBase64(before)) || isBase64(after);
}

/** From this length on every character once is a list of them: the chance is below 1 in 10^4 over base 62. */
const LISTED = 32;

/**
 * True for a body that no random choice among `members` gives: one character a third of it, one case and no digits, or no
 * character twice.
 */
export function isUneven(body: string, members: string): boolean {
  if (body.length < MIN_BODY) return false;
  const isMixed = members.includes('A-Z') && members.includes('a-z') && members.includes('0-9');
  if (isMixed && (/^[^A-Z0-9]*$/.test(body) || /^[^a-z0-9]*$/.test(body))) return true;
  const counts = new Map<string, number>();
  for (const char of body) counts.set(char, (counts.get(char) ?? 0) + 1);
  return Math.max(...counts.values()) > body.length / 3 || (body.length >= LISTED && counts.size === body.length);
}

/** A part of an address has slashes as well, but no `+`, no padding, and seldom capitals. */
function isBase64(run: string): boolean {
  return /[+=]/.test(run) || (run.length >= MIN_RUN && /[a-z]/.test(run) && /[A-Z]/.test(run));
}
