/** Text with escapes in it: percent escapes of URLs, and the backslash escapes of JSON, JavaScript, YAML and many others. */
import type { Encoding } from '../match.js';
import type { Span } from '../rule.js';

/** Escapes that hide what rules look for: printable ASCII. Bare `%20` or `\n` hides no value. */
export const TRIGGERS: ReadonlyMap<string, Encoding> = new Map([
  ...['%22', '%2b', '%2d', '%2f', '%3a', '%3d', '%40', '%5f'].map((word) => [word, 'percent'] as const),
  ...['\\u002', '\\u003', '\\u004', '\\u005', '\\u006', '\\u007'].map((word) => [word, 'escapes'] as const),
  ...['\\x2', '\\x3', '\\x4', '\\x5', '\\x6', '\\x7'].map((word) => [word, 'escapes'] as const),
]);

const LEFT = 256;
const RIGHT = 2048;

function bytesOf(characters: string): Uint8Array {
  const set = new Uint8Array(256);
  for (const char of characters) set[char.charCodeAt(0)] = 1;
  return set;
}

const ENDS: Readonly<Record<'percent' | 'escapes', Uint8Array>> = {
  percent: bytesOf(' \t\r\n"\'`<>\\'),
  escapes: bytesOf('\r\n"\'`'),
};

/** The text in which the escape at `at` stands: up to blanks and quotes, bounded to both sides. */
export function escapedSpan(bytes: Uint8Array, at: number, encoding: Encoding): Span {
  const ends = encoding === 'percent' ? ENDS.percent : ENDS.escapes;
  let [start, end] = [at, at];
  while (start > 0 && at - start < LEFT && ends[bytes[start - 1] as number] === 0) start -= 1;
  while (end < bytes.length && end - at < RIGHT && ends[bytes[end] as number] === 0) end += 1;
  return { start, end };
}
