/**
 * Whether a body can stand behind a vendor's name, told by bytes before any text is made of them: the name alone is in every
 * line of some files, and a long run of the body's characters in hardly any.
 */
import { longestMatch } from '../reach.js';

/** More than lies between a name and its value at most, whichever way `assignmentAt` or `besideFinder` read it, in bytes. */
const MAX_BETWEEN = 320;
/** The same for the block of a Terraform variable: three lines of a hundred characters may be in front of its default, of three bytes each. */
const MAX_BLOCK = 1200;

/** What makes it optional, or one of several: nothing is told then. */
const VAGUE = /[[\](|?*+]|\{0/;
const CLASS_OR_GROUP = /\[[^\][]{1,40}\]|\(\?:/g;
const REPEATED = /\[([^\][]{1,40})\]\{(\d{1,4})/g;

/**
 * A test for what `source`, an expression's, can match: false only where no match can begin within reach behind `from`.
 * It looks for the longest run of one class that each match must hold.
 */
export function mayHold(source: string): (bytes: Uint8Array, from: number) => boolean {
  const runs = VAGUE.test(source.replaceAll(CLASS_OR_GROUP, ''))
    ? []
    : [...source.matchAll(REPEATED)].map(([, members = '', least]) => ({ members, least: Number(least) }));
  const longest = runs.toSorted((a, b) => b.least - a.least)[0];
  if (longest === undefined) return () => true;
  const { members, least } = longest;
  const set = setOf(members);
  const longestBody = longestMatch(source);
  return (bytes, from) => {
    const reach = longestBody + (opensBlock(bytes, from) ? MAX_BLOCK : MAX_BETWEEN);
    return holdsRun(bytes, from, Math.min(bytes.length, from + reach), set, least);
  };
}

const [DOUBLE, SINGLE, BACKTICK, OPEN_BRACE] = [0x22, 0x27, 0x60, 0x7b];
/** The rest of a name, and a backslash. */
const MAX_NAME = 33;
/** Between the quote and the brace. */
const MAX_BLANKS = 5;

/** False only where no block begins behind the name and its quote, as in `_api_key" {`. */
function opensBlock(bytes: Uint8Array, from: number): boolean {
  let at = from;
  while (at < from + MAX_NAME && bytes[at] !== DOUBLE && bytes[at] !== SINGLE && bytes[at] !== BACKTICK) at += 1;
  for (let next = at + 1; next <= at + 1 + MAX_BLANKS; next += 1) if (bytes[next] === OPEN_BRACE) return true;
  return false;
}

/** By class, because many bodies have the same. */
const known = new Map<string, Uint8Array>();

function setOf(members: string): Uint8Array {
  const found = known.get(members);
  if (found !== undefined) return found;
  const one = new RegExp(`[${members}]`);
  const set = Uint8Array.from({ length: 256 }, (_, code) =>
    code < 0x80 && one.test(String.fromCharCode(code)) ? 1 : 0,
  );
  known.set(members, set);
  return set;
}

/** A run covers one of the places that lie as far apart as it is long. */
function holdsRun(bytes: Uint8Array, from: number, to: number, set: Uint8Array, least: number): boolean {
  for (let at = from + least - 1; at < to; at += least) {
    if (set[bytes[at] as number] === 0) continue;
    let [start, end] = [at, at + 1];
    while (start > from && set[bytes[start - 1] as number] === 1) start -= 1;
    while (end < start + least && end < to && set[bytes[end] as number] === 1) end += 1;
    if (end - start >= least) return true;
  }
  return false;
}
