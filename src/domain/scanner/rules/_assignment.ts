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

const NAME = /[A-Za-z0-9_-]/;
const BEFORE = /[A-Za-z0-9_.-]/;
/** Ends a value without quotes. `(` is not here on purpose: a value with one in it is a call, and is told by it. */
const STOP = /[\s,;)}\]"'`<>&|\\]/;
/** A type between a name and `=`: `password: string = …`, `var password string = …`, `password: Option<&str> = …`. */
const TYPE = /[ \t]{0,4}:?[ \t]{0,4}[A-Za-z][A-Za-z0-9_<>&'?.[\]]{0,30}[ \t]{1,4}=(?![=>~])/y;
/** `<add key="ApiKey" value="…" />` */
const XML_VALUE = /[ \t]{1,8}value[ \t]{0,2}=/y;
const OPERATOR = /[ \t]{0,16}(?:(?:\?\?|\|\||[?:])?=(?![=~])>?|:(?![:=])|,|\()/y;

/** The assignment to the name in which the keyword stands from `from` to `to`; null when none follows it. */
export function assignmentAt(text: string, from: number, to: number): Assignment | null {
  const nameStart = walk(text, from, -1, MAX_NAME_BEFORE, BEFORE);
  const nameEnd = walk(text, to, 1, MAX_NAME_AFTER, NAME);
  const name = text.slice(nameStart, nameEnd);
  const tail = text.slice(to, nameEnd);
  const opened = valueStart(text, nameStart, nameEnd);
  if (opened === null) return null;
  const span = readValue(text, opened.at, opened.mustQuote, opened.isXml);
  return span === null ? null : { name, tail, ...span };
}

function walk(text: string, from: number, step: 1 | -1, most: number, over: RegExp): number {
  let at = from;
  for (let count = 0; count < most; count += 1) {
    const next = step === 1 ? at : at - 1;
    if (next < 0 || next >= text.length || !over.test(text[next] ?? '')) break;
    at += step;
  }
  return at;
}

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
  const closed = /["'`]/.test(text[at] ?? '');
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

function readValue(
  text: string,
  from: number,
  mustQuote: boolean,
  isXml: boolean,
): Omit<Assignment, 'name' | 'tail'> | null {
  let at = walk(text, from, 1, MAX_GAP, /[ \t]/);
  if (isXml) return upTo(text, at, (char) => char === '<');
  const prefix = /[rbuLN@]{0,2}(?=["'`]|\\["'])/y;
  prefix.lastIndex = at;
  if (prefix.test(text)) at = prefix.lastIndex;
  const escaped = text[at] === '\\';
  const quote = text[escaped ? at + 1 : at] ?? '';
  if (/["'`]/.test(quote)) return readQuoted(text, at + (escaped ? 2 : 1), quote, escaped);
  return mustQuote ? null : upTo(text, at, (char) => STOP.test(char));
}

/** Up to the closing quote on the same line; within a quoted text (`"{\"a\": \"b\"}"`) that quote has a backslash. */
function readQuoted(
  text: string,
  from: number,
  quote: string,
  escaped: boolean,
): Omit<Assignment, 'name' | 'tail'> | null {
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

function upTo(text: string, from: number, ends: (char: string) => boolean): Omit<Assignment, 'name' | 'tail'> | null {
  let at = from;
  while (at < text.length && !ends(text[at] ?? '')) {
    if (at - from >= MAX_VALUE) return null;
    at += 1;
  }
  return at === from ? null : { start: from, end: at, quoted: false };
}
