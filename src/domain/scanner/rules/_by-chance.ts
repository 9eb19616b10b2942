/** Values that have a vendor's form by chance: pieces of longer texts in base64 or hexadecimal digits, tables, file names. */
import type { Candidate } from '../rule.js';

/** A prefix of four characters or fewer with a hyphen also ends words that are joined by hyphens. */
const MAX_SYLLABLE = 4;
/** From this length on a random body is even: the chance is below one in a million. */
const MIN_BODY = 24;
/** From this length on every character once is a list of them: the chance is below 1 in 10^4 over base 62. */
const LISTED = 32;

/** True where the prefix and what follows it are no token, for all that they look like one. */
export function isByChance(candidate: Candidate, prefix: string, members: string): boolean {
  const { text, start, value } = candidate;
  if (isUneven(value.slice(prefix.length), members)) return true;
  if (prefix.endsWith('-') && prefix.length <= MAX_SYLLABLE) {
    return /[A-Za-z0-9]-$/.test(text.slice(Math.max(0, start - 2), start));
  }
  return /^[A-Za-z0-9]+$/.test(prefix) && isPiece(candidate);
}

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

/** Characters of what stands around a value that are looked at: enough for a line of base64, and the one beside it. */
const AROUND = 200;
/** From this length on a random run of that many letters has both cases. */
const MIN_RUN = 8;
const BASE64_END = /[A-Za-z0-9+/]{0,40}[+/]$/;
const BASE64_START = /^[+/][A-Za-z0-9+/]{0,40}={0,2}/;

/** True for a part of something in base64, or of hexadecimal digits: any letters stand there sooner or later. */
function isPiece({ text, start, end, value }: Candidate): boolean {
  if (value.length >= MIN_BODY && /^(?:[0-9a-f]+|[0-9A-F]+)$/.test(value)) return true;
  const before = text.slice(Math.max(0, start - AROUND), start);
  const after = text.slice(end, end + AROUND);
  return (
    isBase64(BASE64_END.exec(before.slice(-41))?.[0] ?? '') ||
    isBase64(BASE64_START.exec(after)?.[0] ?? '') ||
    isLine(before, after)
  );
}

/** A part of an address has slashes as well, but no `+`, no padding, and seldom capitals. */
function isBase64(run: string): boolean {
  return /[+=]/.test(run) || (run.length >= MIN_RUN && /[a-z]/.test(run) && /[A-Z]/.test(run));
}

/** One line of a longer text in base64, in quotes or without. */
const LINE = /^[\s"'`+*#/]{0,20}[A-Za-z0-9+/]{60,76}={0,2}(?:\\[nr]){0,2}["'`+,;\\\s]{0,8}$/;
const QUOTES = /^(?:\\[nr]|[\s"'`+,;]){0,20}\\?$/;

/** True where a value is alone on its line, and the line before it or behind it is one of base64. */
function isLine(before: string, after: string): boolean {
  const [own = '', previous = ''] = before.split('\n').reverse();
  const [rest = '', next = ''] = after.split('\n');
  return QUOTES.test(own) && QUOTES.test(rest) && (LINE.test(previous) || LINE.test(next));
}
