/** Reads one value where it begins: in quotes, escaped quotes or without any, in a call that only wraps it, on the next line. */
import type { Span } from '../rule.js';

/** Where a value would begin, and what it must look like there. */
export interface Opened {
  readonly at: number;
  /** `quoted`: only in quotes. `argument`: in quotes, and on the same line. `element`: up to the next `<`. */
  readonly reading: 'any' | 'quoted' | 'argument' | 'element';
}

export interface Value extends Span {
  readonly quoted: boolean;
}

const MAX_GAP = 16;
const MAX_VALUE = 256;

/** Sets of characters as tables: a test by expression, character by character, took half of a hostile scan's time. */
export const QUOTE = charSet(/["'`]/);
export const BLANK = charSet(/[ \t]/);
/** Quotes that a value may wear within its own; backticks there are a shell's or a template's. */
const NESTED = charSet(/["']/);
/** Ends a value without quotes. `(` is not here on purpose: a value with one in it is a call, and is told by it. */
const STOP = charSet(/[\s,;)}\]"'`<>&|\\]/);
const TAG = charSet(/</);
/** Marks of raw, byte and wide strings. */
const PREFIX = /[rbuLN@]{0,2}(?=["'`]|\\["'])/y;
/** The value on the next line, in quotes. */
const NEXT_LINE = /\\?\r?\n[ \t]{0,60}(?=["'`])/y;
/** Calls and types that wrap a value: `Some("…")`, `String::from("…")`, `new SecretString("…")`, `b64decode("…")`. */
const WRAPPED =
  /(?:new[ \t]{1,2})?(?:[A-Za-z_][A-Za-z0-9_]{0,30}(?:\.|::)){0,3}(?:from|of|Of|Some|[Ss]tring|str|byte|bytes|new|[Pp]tr|Ref|Value|Secret|Text|plainText|unsafePlainText|Password|Credential|Buffer|b64decode|atob|decode|char\[\])\((?=[rbuLN@]?["'`])/y;

/** What these three begin with: values without any of it are told by one character. */
const BEGINS_LINE = charSet(/[\\\r\n]/);
const BEGINS_CALL = charSet(/[A-Za-z_]/);
const BEGINS_PREFIX = charSet(/[rbuLN@]/);
/** What stands before the bracket of such a call, and as much of it as there can be. */
const IN_CALL = charSet(/[A-Za-z0-9_.: \t[\]]/);
const MAX_CALL = 128;

export function charSet(members: RegExp): Uint8Array {
  return Uint8Array.from({ length: 128 }, (_, code) => (members.test(String.fromCharCode(code)) ? 1 : 0));
}

/** True when the character at `at` is in `set`; false behind the end. */
export function isIn(set: Uint8Array, text: string, at: number): boolean {
  return set[text.charCodeAt(at)] === 1;
}

export function readValue(text: string, { at: from, reading }: Opened): Value | null {
  let at = from;
  while (isIn(BLANK, text, at) && at < from + MAX_GAP) at += 1;
  if (reading === 'element') return upTo(text, at, TAG);
  // One name to a line, and a comma behind each, is a list of names.
  if (reading !== 'argument' && isIn(BEGINS_LINE, text, at)) at = Math.max(at, endOf(NEXT_LINE, text, at));
  if (isIn(BEGINS_CALL, text, at) && isCall(text, at)) at = Math.max(at, endOf(WRAPPED, text, at));
  if (isIn(BEGINS_PREFIX, text, at)) at = Math.max(at, endOf(PREFIX, text, at));
  const escaped = text[at] === '\\';
  const quoteAt = escaped ? at + 1 : at;
  if (isIn(QUOTE, text, quoteAt)) return unwrapped(text, readQuoted(text, quoteAt + 1, text[quoteAt] ?? '', escaped));
  return reading === 'any' ? upTo(text, at, STOP) : null;
}

function isCall(text: string, from: number): boolean {
  let at = from;
  while (at < from + MAX_CALL && isIn(IN_CALL, text, at)) at += 1;
  return text[at] === '(';
}

function endOf(expression: RegExp, text: string, at: number): number {
  expression.lastIndex = at;
  return expression.test(text) ? expression.lastIndex : -1;
}

/** Up to the closing quote on the same line; within a quoted text (`"{\"a\": \"b\"}"`) that quote has a backslash. */
function readQuoted(text: string, from: number, quote: string, escaped: boolean): Value | null {
  for (let at = from; at < text.length && at <= from + MAX_VALUE; at += 1) {
    const char = text[at];
    if (char === '\n' || char === '\r') return null;
    if (char === '\\') {
      if (escaped && text[at + 1] === quote) return at === from ? null : { start: from, end: at, quoted: true };
      at += 1;
    } else if (char === quote) {
      return escaped || at === from ? null : { start: from, end: at, quoted: true };
    }
  }
  return null;
}

/** Without quotes within the quotes: `"\\"x\\""` as Gradle writes fields, `"'x'"` as templates write attributes. */
function unwrapped(text: string, value: Value | null): Value | null {
  if (value === null) return null;
  const { start, end } = value;
  const width = text[start] === '\\' ? 2 : 1;
  if (end - start <= 2 * width || !isIn(NESTED, text, start + width - 1)) return value;
  const isWrapped = text.slice(start, start + width) === text.slice(end - width, end);
  return isWrapped ? { ...value, start: start + width, end: end - width } : value;
}

function upTo(text: string, from: number, ends: Uint8Array): Value | null {
  let at = from;
  while (at < text.length && !isIn(ends, text, at)) {
    if (at - from >= MAX_VALUE) return null;
    at += 1;
  }
  return at === from ? null : { start: from, end: at, quoted: false };
}
