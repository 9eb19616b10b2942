/** Reads a value given to a name, by hand: the one regular expression that could do it costs more than all rules together. */
import { BLANK, charSet, isIn, type Opened, QUOTE, readValue } from './_value.js';

/**
 * How the value is given: `name = x` and `name: x` (assigned), `"name", "x"` (argument), `name("x")` (called), `name == "x"`
 * (compared), `name || "x"` (fallback), `<name>x</name>` (element), `--name x` (option), `name: NAME` with `value: x` beside
 * it (pair), `name "x"` as in SQL, C macros and Dockerfiles (apart).
 */
export const FORMS = [
  'assigned',
  'argument',
  'called',
  'compared',
  'fallback',
  'element',
  'option',
  'pair',
  'apart',
] as const;

export type Form = (typeof FORMS)[number];

/** A name and the value given to it in code, configuration, JSON, YAML, XML, SQL, shell or a command line. */
export interface Assignment {
  /** All of the name, of which the keyword may be a part: `DB_PASSWORD`, `clientSecret`, `spring.mail.password`. */
  readonly name: string;
  /** What follows the keyword in the name: `Hash` in `passwordHash`. */
  readonly tail: string;
  readonly form: Form;
  readonly start: number;
  readonly end: number;
  /** True also for a part of a quoted text: `"Server=db;Password=x;"`, `-H "X-Token: x"`. */
  readonly quoted: boolean;
}

/**
 * Bytes from a keyword's first character on that are looked at for the value given to its name: the rest of the name, the lines of a
 * block, an operator, a line break and its indent, a call round the value, the value, and what is read behind it, each with its own bound:
 * 1,020 characters in all. The lines of a block and the value may be of any, three bytes each: 2,450 bytes, which `NEAR_REACH` holds.
 */
export const ASSIGNMENT_REACH = 1024;

const MAX_NAME_BEFORE = 60;
const MAX_NAME_AFTER = 32;
const MAX_BLANKS = 16;
/** How far back an open quote is looked for that makes `name=x` a part of a text. */
const MAX_TEXT_BEFORE = 160;

const NAME = charSet(/[A-Za-z0-9_-]/);
const BEFORE = charSet(/[A-Za-z0-9_.-]/);
const LETTER = charSet(/[A-Za-z_]/);
/** What may follow a name that is given a value. */
const FOLLOWS = charSet(/["'`\\\][ \t=:,(>?|!*.\r\n<]/);
/** Stands before a name within a text: `;pwd=`, `?token=`, `&key=`, `"password=`. */
const WITHIN = charSet(/[;?&"'`]/);
/** What stands between an open quote and a name in a text of pairs: `"host=db user=app password=x"`. */
const PAIRS = /^(?:[A-Za-z_]{1,30}=[^\s"'`=]{1,80}[ \t]{1,4}){1,8}$/;

/** What each form begins with, behind the name and its blanks. */
const BEGINS_SIZE = charSet(/[[{]/);
const BEGINS_TYPE = charSet(/[:A-Za-z&*]/);
const BEGINS_TEST = charSet(/[=!.)\]|?o]/);
/** This one behind the name itself. */
const BEGINS_PAIR = charSet(/[,\s"'vVd]/);
const BEGINS_BLOCK = charSet(/[ \t{]/);
const BEGINS_OPERATOR = charSet(/[*?|:=,(]/);
/** What may stand before the sign of an operator. */
const BEFORE_SIGN = charSet(/[ \t*]/);

/** A type between a name and `=`: `password: string = …`, `var password string = …`, `password: Option<&str> = …`. */
const TYPE = /[ \t]{0,4}:?[ \t]{0,4}[&*]?[A-Za-z][A-Za-z0-9_<>&'?.[\]]{0,30}[ \t]{1,4}=(?![=>~])/y;
/** `char password[32] =`, `string Password { get; set; } =` */
const SIZE = /(?:\[[A-Za-z0-9_]{0,24}\]|[ \t]\{ get;[ a-z;]{0,30}\})(?=[ \t]{0,4}=)/y;
/** `<add key="ApiKey" value="…" />`, also with the value on the next line. */
const ATTRIBUTE = /\s{1,40}(?:value|Value)[ \t]{0,2}=/y;
const OPERATOR = /\*{0,2}[ \t]{0,16}(?:(?:\?\?|\|\||[?:])?=(?![=~])>?|:(?![:=])\*{0,2}|,|\()/y;
const COMPARED = /[ \t]{0,4}(?:[!=]==?|\.(?:equals(?:IgnoreCase)?|compareTo|contentEquals|eql\?)\()/y;
/** `os.environ.get("X") or "…"`, `getenv('X') ?: '…'`, `X ?? "…"` */
const FALLBACK = /[)\]]{0,2}[ \t]{0,4}(?:\|\||\?\?|\?:|or)(?=[ \t"'])/y;
const APART = /[ \t]{1,16}(?=[@L]?["'`])/y;
const INSTRUCTION = /(?:^|[\r\n])[ \t]{0,16}(?:ENV|ARG|setenv|SetEnv|set -[gx]{1,2})[ \t]{1,4}$/;
/** `name: DB_PASSWORD`, `"key": "password"`, `<Name>`: what says that a name is a name. */
const NAMED = /(?:name|key|variable|field|Name|Key)["']?[ \t]{0,2}[:=][ \t]{0,4}["']?$/;
const PAIRED = /,?[ \t]{0,4}(?:\r?\n[ \t]{0,40})?["']?(?:value|Value|default)["']?[ \t]{0,2}[:=]/y;

/** `<key>ApiKey</key>`, then `<string>…`: a property list. */
const PROPERTY = /<\/key>\s{0,40}<string>/y;
/** `variable "password" {`, then `default = …` a few lines on. */
const VARIABLE = /variable[ \t]{1,4}"$/;
const DEFAULT = /[ \t]{0,4}\{[ \t]{0,4}\r?\n(?:[^\n{}]{0,100}\n){0,3}?[ \t]{0,16}default[ \t]{0,16}=/y;
/** The next cell of a Markdown table, with code in it. */
const CELL = /[ \t]{0,16}\|[ \t]{0,16}(?=`[^`\n]{1,256}`[ \t]{0,16}\|)/y;

/** The assignment to the name in which the keyword stands from `from` to `to`; null when none follows it. */
export function assignmentAt(text: string, from: number, to: number): Assignment | null {
  let nameEnd = to;
  const limit = to + MAX_NAME_AFTER;
  while (nameEnd < limit && (isIn(NAME, text, nameEnd) || isDot(text, nameEnd))) nameEnd += 1;
  if (!isIn(FOLLOWS, text, nameEnd)) return null;
  let nameStart = from;
  while (nameStart > from - MAX_NAME_BEFORE && isIn(BEFORE, text, nameStart - 1)) nameStart -= 1;
  const opened = valueStart(text, nameStart, nameEnd);
  if (opened === null) return null;
  const value = readValue(text, opened);
  if (value === null) return null;
  // What follows a name with a quote of its own is outside of any.
  const within = opened.form === 'assigned' && !isIn(QUOTE, text, nameEnd);
  const quoted = value.quoted || (within && isWithinText(text, nameStart, value.end));
  return { name: text.slice(nameStart, nameEnd), tail: text.slice(to, nameEnd), form: opened.form, ...value, quoted };
}

/** A dot goes on with a name, unless it calls a comparison. */
function isDot(text: string, at: number): boolean {
  if (text[at] !== '.' || !isIn(LETTER, text, at + 1)) return false;
  COMPARED.lastIndex = at;
  return !COMPARED.test(text);
}

interface FormOpened extends Opened {
  readonly form: Form;
}

/** Where the value would begin: behind the name's quote and bracket, a type, and an operator. */
function valueStart(text: string, nameStart: number, nameEnd: number): FormOpened | null {
  if (text[nameEnd] === '>' && text[nameStart - 1] === '<') return opened('element', nameEnd + 1);
  if (text[nameEnd] === '<') {
    const property = text[nameStart - 1] === '>' ? endOf(PROPERTY, text, nameEnd) : -1;
    return property === -1 ? null : opened('element', property);
  }
  // The walk to the left took the dashes of an option along.
  if (text.startsWith('--', nameStart) && (text[nameEnd] === ' ' || text[nameEnd] === '=')) {
    return opened('option', nameEnd + 1);
  }
  let at = nameEnd;
  if (text[at] === '\\') at += 1;
  const closed = isIn(QUOTE, text, at);
  if (closed) at += 1;
  if (text[at] === ']') at += 1;
  return (
    (closed ? (afterQuote(text, at) ?? ofVariable(text, nameStart, at)) : afterName(text, nameStart, at)) ??
    paired(text, nameStart, at) ??
    given(text, at, closed)
  );
}

function opened(
  form: Form,
  at: number,
  reading: Opened['reading'] = form === 'element' ? 'element' : 'any',
): FormOpened {
  return { form, at, reading };
}

/** The end of `expression` where it stands at `at`, or -1. */
function endOf(expression: RegExp, text: string, at: number): number {
  expression.lastIndex = at;
  return expression.test(text) ? expression.lastIndex : -1;
}

function afterQuote(text: string, at: number): FormOpened | null {
  if (text[at] === '>') return opened('element', at + 1);
  const cell = endOf(CELL, text, at);
  if (cell !== -1) return opened('apart', cell, 'quoted');
  const attribute = endOf(ATTRIBUTE, text, at);
  if (attribute !== -1) return opened('pair', attribute, 'quoted');
  const fallback = endOf(FALLBACK, text, at);
  return fallback === -1 ? null : opened('fallback', fallback, 'quoted');
}

function ofVariable(text: string, nameStart: number, at: number): FormOpened | null {
  if (!isIn(BEGINS_BLOCK, text, at)) return null;
  const value = endOf(DEFAULT, text, at);
  if (value === -1 || !VARIABLE.test(text.slice(Math.max(0, nameStart - 14), nameStart))) return null;
  return opened('pair', value, 'quoted');
}

/** By the first character behind the name and its blanks: most names are given nothing, and trying every form takes its time. */
function afterName(text: string, nameStart: number, at: number): FormOpened | null {
  const first = behindBlanks(text, at);
  if (isIn(BEGINS_SIZE, text, first)) {
    const size = endOf(SIZE, text, at);
    if (size !== -1) return given(text, size, false);
  }
  if (isIn(BEGINS_TYPE, text, first)) {
    const type = endOf(TYPE, text, at);
    if (type !== -1) return opened('assigned', type, 'quoted');
  }
  if (isIn(BEGINS_TEST, text, first)) {
    const cell = endOf(CELL, text, at);
    if (cell !== -1) return opened('apart', cell, 'quoted');
    const compared = endOf(COMPARED, text, at);
    if (compared !== -1) return opened('compared', compared, 'quoted');
    const fallback = endOf(FALLBACK, text, at);
    if (fallback !== -1) return opened('fallback', fallback, 'quoted');
  }
  if (first === at || !isIn(LETTER, text, nameStart)) return null;
  const apart = endOf(APART, text, at);
  if (apart !== -1) return opened('apart', apart, 'quoted');
  return INSTRUCTION.test(text.slice(Math.max(0, nameStart - 40), nameStart)) ? instruction(text, first) : null;
}

/** `ENV NAME value`, but not `ENV NAME=value`. */
function instruction(text: string, at: number): FormOpened | null {
  return text[at] === '=' ? null : opened('apart', at);
}

function paired(text: string, nameStart: number, at: number): FormOpened | null {
  if (!isIn(BEGINS_PAIR, text, at)) return null;
  const pair = endOf(PAIRED, text, at);
  if (pair === -1 || !NAMED.test(text.slice(Math.max(0, nameStart - 24), nameStart))) return null;
  return opened('pair', pair);
}

function given(text: string, at: number, closed: boolean): FormOpened | null {
  if (!isIn(BEGINS_OPERATOR, text, behindBlanks(text, at))) return null;
  const end = endOf(OPERATOR, text, at);
  if (end === -1) return null;
  let sign = at;
  while (isIn(BEFORE_SIGN, text, sign)) sign += 1;
  if (text[sign] === ',') return closed ? opened('argument', end, 'argument') : null;
  return text[sign] === '(' ? opened('called', end, 'quoted') : opened('assigned', end);
}

function behindBlanks(text: string, at: number): number {
  let first = at;
  while (first < at + MAX_BLANKS && isIn(BLANK, text, first)) first += 1;
  return first;
}

/** True for a value without quotes of its own that stands in a quoted text, by what is before the name and behind the value. */
function isWithinText(text: string, nameStart: number, end: number): boolean {
  const spaced = isIn(BLANK, text, nameStart - 1);
  if (!spaced && !isIn(WITHIN, text, nameStart - 1)) return false;
  if (isIn(QUOTE, text, nameStart - 1)) return true;
  for (let at = nameStart - 2; at >= 0 && at > nameStart - MAX_TEXT_BEFORE; at -= 1) {
    if (isIn(QUOTE, text, at)) {
      return spaced ? PAIRS.test(text.slice(at + 1, nameStart)) : isIn(WITHIN, text, end) || text[end] === '\\';
    }
    if (text[at] === '\n') return false;
  }
  return false;
}
