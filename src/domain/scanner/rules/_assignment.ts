/** Reads a value given to a name, by hand: the one regular expression that could do it costs more than all rules together. */

/** A name and the value given to it in code, configuration, JSON, YAML, XML, shell or a command line. */
export interface Assignment {
  /** All of the name, of which the keyword may be a part: `DB_PASSWORD`, `clientSecret`, `spring.mail.password`. */
  readonly name: string;
  /** What follows the keyword in the name: `Hash` in `passwordHash`. */
  readonly tail: string;
  readonly start: number;
  readonly end: number;
  readonly quoted: boolean;
}

const MAX_NAME_BEFORE = 60;
const MAX_NAME_AFTER = 32;
const MAX_GAP = 16;
const MAX_VALUE = 256;

/** Sets of characters as tables: a test by expression, character by character, took half of a hostile scan's time. */
const NAME = charSet(/[A-Za-z0-9_-]/);
const BEFORE = charSet(/[A-Za-z0-9_.-]/);
const BLANK = charSet(/[ \t]/);
const QUOTE = charSet(/["'`]/);
/** What may follow a name that is given a value. */
const FOLLOWS = charSet(/["'`\\\] \t=:,(>?|]/);
/** Ends a value without quotes. `(` is not here on purpose: a value with one in it is a call, and is told by it. */
const STOP = charSet(/[\s,;)}\]"'`<>&|\\]/);
const TAG = charSet(/</);
/** A type between a name and `=`: `password: string = …`, `var password string = …`, `password: Option<&str> = …`. */
const TYPE = /[ \t]{0,4}:?[ \t]{0,4}[A-Za-z][A-Za-z0-9_<>&'?.[\]]{0,30}[ \t]{1,4}=(?![=>~])/y;
/** `<add key="ApiKey" value="…" />` */
const XML_VALUE = /[ \t]{1,8}value[ \t]{0,2}=/y;
/** Marks of raw, byte and wide strings. */
const PREFIX = /[rbuLN@]{0,2}(?=["'`]|\\["'])/y;
const OPERATOR = /[ \t]{0,16}(?:(?:\?\?|\|\||[?:])?=(?![=~])>?|:(?![:=])|,|\()/y;

function charSet(members: RegExp): Uint8Array {
  return Uint8Array.from({ length: 128 }, (_, code) => (members.test(String.fromCharCode(code)) ? 1 : 0));
}

/** True when the character at `at` is in `set`; false behind the end. */
function isIn(set: Uint8Array, text: string, at: number): boolean {
  return set[text.charCodeAt(at)] === 1;
}

/** The assignment to the name in which the keyword stands from `from` to `to`; null when none follows it. */
export function assignmentAt(text: string, from: number, to: number): Assignment | null {
  let nameEnd = to;
  while (isIn(NAME, text, nameEnd) && nameEnd < to + MAX_NAME_AFTER) nameEnd += 1;
  if (!isIn(FOLLOWS, text, nameEnd)) return null;
  let nameStart = from;
  while (isIn(BEFORE, text, nameStart - 1) && nameStart > from - MAX_NAME_BEFORE) nameStart -= 1;
  const opened = valueStart(text, nameStart, nameEnd);
  const span = opened === null ? null : readValue(text, opened);
  return span === null ? null : { name: text.slice(nameStart, nameEnd), tail: text.slice(to, nameEnd), ...span };
}

type Value = Omit<Assignment, 'name' | 'tail'>;

interface Opened {
  readonly at: number;
  /** A call or a list of arguments gives a value only in quotes. */
  readonly mustQuote: boolean;
  readonly isXml: boolean;
}

/** Where the value would begin: behind the name's quote and bracket, a type, and an operator. */
function valueStart(text: string, nameStart: number, nameEnd: number): Opened | null {
  if (text[nameEnd] === '>' && text[nameStart - 1] === '<') return { at: nameEnd + 1, mustQuote: false, isXml: true };
  // The walk to the left took the dashes of an option along.
  if (text.startsWith('--', nameStart) && text[nameEnd] === ' ') {
    return { at: nameEnd + 1, mustQuote: false, isXml: false };
  }
  let at = nameEnd;
  if (text[at] === '\\') at += 1;
  const closed = isIn(QUOTE, text, at);
  if (closed) at += 1;
  if (text[at] === ']') at += 1;
  if (closed) {
    XML_VALUE.lastIndex = at;
    if (XML_VALUE.test(text)) return { at: XML_VALUE.lastIndex, mustQuote: true, isXml: false };
  } else {
    TYPE.lastIndex = at;
    if (TYPE.test(text)) return { at: TYPE.lastIndex, mustQuote: true, isXml: false };
  }
  OPERATOR.lastIndex = at;
  const operator = OPERATOR.exec(text)?.[0].trim();
  if (operator === undefined || (operator === ',' && !closed)) return null;
  return { at: OPERATOR.lastIndex, mustQuote: operator === ',' || operator === '(', isXml: false };
}

function readValue(text: string, { at: from, mustQuote, isXml }: Opened): Value | null {
  let at = from;
  while (isIn(BLANK, text, at) && at < from + MAX_GAP) at += 1;
  if (isXml) return upTo(text, at, TAG);
  PREFIX.lastIndex = at;
  if (PREFIX.test(text)) at = PREFIX.lastIndex;
  const escaped = text[at] === '\\';
  const quoteAt = escaped ? at + 1 : at;
  if (isIn(QUOTE, text, quoteAt)) return readQuoted(text, quoteAt + 1, text[quoteAt] ?? '', escaped);
  return mustQuote ? null : upTo(text, at, STOP);
}

/** Up to the closing quote on the same line; within a quoted text (`"{\"a\": \"b\"}"`) that quote has a backslash. */
function readQuoted(text: string, from: number, quote: string, escaped: boolean): Value | null {
  for (let at = from; at < text.length && at <= from + MAX_VALUE; at += 1) {
    const char = text[at];
    if (char === '\n' || char === '\r') return null;
    if (char === '\\') {
      if (escaped && text[at + 1] === quote) return { start: from, end: at, quoted: true };
      at += 1;
    } else if (char === quote) {
      return escaped ? null : { start: from, end: at, quoted: true };
    }
  }
  return null;
}

function upTo(text: string, from: number, ends: Uint8Array): Value | null {
  let at = from;
  while (at < text.length && !isIn(ends, text, at)) {
    if (at - from >= MAX_VALUE) return null;
    at += 1;
  }
  return at === from ? null : { start: from, end: at, quoted: false };
}
