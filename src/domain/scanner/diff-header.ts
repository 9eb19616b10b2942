/** The header lines of a diff: paths with and without quotes, and the lengths of hunks. */

/** How many lines of each old file and of the new one a hunk has. Two or more old ones make it a combined hunk of a merge. */
export interface Hunk {
  readonly old: number[];
  /** Lines of the new file that are still to come. */
  added: number;
  /** One-based number of the next line of the new file. */
  line: number;
}

const HUNK = /^(@@{1,16}) ((?:-\d{1,10}(?:,\d{1,10})? ){1,16})\+(\d{1,10})(?:,(\d{1,10}))? \1/;

const ESCAPES: Readonly<Record<string, number>> = {
  a: 0x07,
  b: 0x08,
  t: 0x09,
  n: 0x0a,
  v: 0x0b,
  f: 0x0c,
  r: 0x0d,
  '"': 0x22,
  '\\': 0x5c,
};

/** Reads `@@ -1,2 +3,4 @@` and, for merges, `@@@ -1,2 -1,2 +1,3 @@@`; null for any other line. */
export function hunkOf(line: string): Hunk | null {
  const [, signs = '', olds = '', start = '', length = '1'] = HUNK.exec(line) ?? [];
  const old = olds
    .trim()
    .split(' ')
    .map((range) => Number(range.split(',')[1] ?? '1'));
  // A hunk has one old file fewer than signs at its ends.
  return signs.length > 1 && old.length === signs.length - 1
    ? { old, added: Number(length), line: Number(start) }
    : null;
}

/**
 * The path in `--- a/path` or `+++ "b/p\303\244th"`, with its prefix; undefined for `/dev/null`.
 * Git ends a path that holds blanks with a tab, and quotes one that holds a tab.
 */
export function pathOf(text: string): string | undefined {
  if (text.startsWith('"')) return unquote(text);
  const tab = text.indexOf('\t');
  const path = (tab === -1 ? text : text.slice(0, tab)).replace(/\r$/, '');
  return path === '/dev/null' ? undefined : path;
}

/** A C-style quoted path; the octal escapes are bytes of UTF-8. Reads up to the closing quote. */
export function unquote(text: string): string {
  const pieces: Buffer[] = [];
  for (let at = 1; at < text.length && text[at] !== '"'; at += 1) {
    if (text[at] !== '\\') {
      const end = plainEnd(text, at);
      pieces.push(Buffer.from(text.slice(at, end)));
      at = end - 1;
      continue;
    }
    const octal = /^[0-3][0-7]{2}/.exec(text.slice(at + 1, at + 4))?.[0];
    const escaped = text[at + 1] ?? '\\';
    if (octal !== undefined) pieces.push(Buffer.from([Number.parseInt(octal, 8)]));
    else pieces.push(Object.hasOwn(ESCAPES, escaped) ? Buffer.from([ESCAPES[escaped] ?? 0]) : Buffer.from(escaped));
    at += octal === undefined ? 1 : 3;
  }
  return Buffer.concat(pieces).toString('utf8');
}

function plainEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && text[end] !== '"' && text[end] !== '\\') end += 1;
  return end;
}

/**
 * The path without git's prefix. The two sides have different ones (`a/` and `b/`, with `diff.mnemonicPrefix` `i/` and `w/`);
 * with `diff.noprefix` they are the same and are a folder.
 */
export function withoutPrefix(path: string, otherSide: string | undefined): string {
  const prefix = /^([a-z])\//.exec(path)?.[1];
  if (prefix === undefined) return path;
  const other = otherSide === undefined ? undefined : /^"?([a-z])\//.exec(otherSide)?.[1];
  const isPrefix = otherSide === undefined ? prefix === 'b' : other !== undefined && other !== prefix;
  return isPrefix ? path.slice(2) : path;
}
