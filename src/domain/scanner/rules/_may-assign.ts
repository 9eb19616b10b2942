/**
 * Whether an assignment can follow a name, told by bytes before any text is made of them: nearly every `key` and `token` in
 * source code is given nothing. Says no only where `assignmentAt` finds none; the tests hold the two together.
 */

/** As far as `assignmentAt` follows a name, and as many letters as a keyword may grow by. */
const MAX_NAME_AFTER = 48;
const MAX_NAME_BEFORE = 60;
const MAX_BLANKS = 16;

const NO = 0;
const YES = 1;
/** Goes on with the name. */
const NAME = 2;
const DOT = 3;
const BLANK = 4;
/** Leads on only to `value: x` beside a name. */
const PAIR = 5;
const CLOSE = 6;
/** Ends the element that holds the name. */
const ELEMENT = 7;

function kinds(...sets: readonly (readonly [members: RegExp, kind: number])[]): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, code) => {
    const char = code < 0x80 ? String.fromCharCode(code) : '';
    return sets.find(([members]) => members.test(char))?.[1] ?? NO;
  });
}

const BEHIND_NAME = kinds(
  [/[A-Za-z0-9_-]/, NAME],
  [/\./, DOT],
  [/[ \t]/, BLANK],
  [/[,\r\n]/, PAIR],
  [/>/, CLOSE],
  [/</, ELEMENT],
  [/["'`\\\][=:(?|!*]/, YES],
);
const BEFORE_NAME = kinds([/[A-Za-z0-9_.-]/, YES]);
/** What may stand behind the blanks of `name = x`, `name "x"`, `name [`, `name { get`, `name || x`; words are told apart. */
const BEHIND_BLANKS = kinds([/["'`\\@L[{=:(?|!*)\]&.]/, YES], [/[,\r\n]/, PAIR]);
const LETTER = kinds([/[A-Za-z_]/, YES]);
const IN_TYPE = kinds([/[A-Za-z0-9_<>&'?.[\]]/, YES]);
/** Last letters of `ENV`, `ARG`, `setenv`, `SetEnv`, `set -gx`. */
const ENDS_INSTRUCTION = kinds([/[VGvgx]/, YES]);
const BEGINS_PAIRED = kinds([/[vVd]/, YES]);

/** False only where no assignment to the name with the keyword in `bytes[from..to)` can be found. */
export function mayAssign(bytes: Uint8Array, from: number, to: number): boolean {
  const limit = to + MAX_NAME_AFTER;
  for (let at = to; at < limit; at += 1) {
    switch (BEHIND_NAME[bytes[at] as number]) {
      case NAME:
        continue;
      case DOT:
        if (LETTER[bytes[at + 1] as number] !== YES) return false;
        // `.equals(`, `.compareTo(`: a comparison, perhaps.
        if (((bytes[at + 1] as number) | 0x20) === 0x65 || ((bytes[at + 1] as number) | 0x20) === 0x63) return true;
        continue;
      case YES:
        return true;
      case BLANK:
        return mayBeGivenApart(bytes, from, at);
      case PAIR:
        return mayBePaired(bytes, at);
      case CLOSE:
        return bytes[nameStart(bytes, from) - 1] === 0x3c;
      case ELEMENT:
        return bytes[nameStart(bytes, from) - 1] === 0x3e;
      default:
        return false;
    }
  }
  return false;
}

function nameStart(bytes: Uint8Array, from: number): number {
  let start = from;
  while (start > from - MAX_NAME_BEFORE && BEFORE_NAME[bytes[start - 1] as number] === YES) start -= 1;
  return start;
}

function isBlank(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x09;
}

/** Behind a name and a blank: an operator, a quote, a type and `=`; or what stands before the name says that a value follows. */
function mayBeGivenApart(bytes: Uint8Array, from: number, end: number): boolean {
  let at = end;
  while (at < end + MAX_BLANKS && isBlank(bytes[at])) at += 1;
  if (BEHIND_BLANKS[bytes[at] as number] === YES) return true;
  if (mayBePaired(bytes, end) || mayBeTyped(bytes, at)) return true;
  // `name or "x"`
  if (bytes[at] === 0x6f && bytes[at + 1] === 0x72) return true;
  const start = nameStart(bytes, from);
  if (bytes[start] === 0x2d && bytes[start + 1] === 0x2d) return true;
  let before = start - 1;
  if (!isBlank(bytes[before])) return false;
  while (isBlank(bytes[before])) before -= 1;
  return ENDS_INSTRUCTION[bytes[before] as number] === YES;
}

const MAX_TYPE = 31;

/** `string = `, as in `var password string = "x"`. */
function mayBeTyped(bytes: Uint8Array, from: number): boolean {
  let at = from;
  while (at < from + MAX_TYPE && IN_TYPE[bytes[at] as number] === YES) at += 1;
  if (at === from || !isBlank(bytes[at])) return false;
  while (isBlank(bytes[at])) at += 1;
  return bytes[at] === 0x3d;
}

/** `, value: x`, also on the next line. */
function mayBePaired(bytes: Uint8Array, from: number): boolean {
  let at = from;
  if (bytes[at] === 0x2c) at += 1;
  while (isBlank(bytes[at]) || bytes[at] === 0x0d || bytes[at] === 0x0a) {
    if (at > from + 60) return false;
    at += 1;
  }
  if (bytes[at] === 0x22 || bytes[at] === 0x27) at += 1;
  return BEGINS_PAIRED[bytes[at] as number] === YES;
}
