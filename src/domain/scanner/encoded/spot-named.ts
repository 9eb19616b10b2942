/** Short base64 values that only their place tells: given to a secret-like name, or an entry of a Kubernetes Secret. */
import type { NamedValue, Span } from '../rule.js';
import { MIN_RUN } from './spot-runs.js';

/** Says that the entries of `data:` around it are secrets. */
export const SECRET_MANIFESTS = ['kind: secret', '"kind": "secret"', '"kind":"secret"'] as const;

/** A manifest's `data` comes before its `kind` where a program wrote it: in order of the alphabet. */
export const MANIFEST_BEFORE = 4096;
export const MANIFEST_AFTER = 16 * 1024;

const BASE64 =
  /^(?:[A-Za-z0-9+/]{4}){2,100}$|^(?=[A-Za-z0-9+/]{7,400}={1,2}$)(?:[A-Za-z0-9+/]{4}){1,100}(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)$/;
const PRINTABLE = /^[\t\n\r\x20-\x7e]{4,400}$/;

/** True for a value that is too short to be found as a run, and base64. */
export function isShortBase64(text: string, { start, end }: Span): boolean {
  return end - start < MIN_RUN + 2 && isBase64Text(text.slice(start, end));
}

/** True for base64 of printable text, by its form first: most values are told by it. */
export function isBase64Text(value: string): boolean {
  return BASE64.test(value) && PRINTABLE.test(Buffer.from(value, 'base64').toString('latin1'));
}

const DATA = /(?<=^|\n)(?<indent>[ \t]{0,20})"?data"?: ?(?:\{ ?)?\r?\n/g;
const ENTRY =
  /(?<indent>[ \t]{1,30})"?(?<name>[A-Za-z0-9._-]{1,100})"?: ?(?<quote>["']?)(?<value>[A-Za-z0-9+/]{4,8000}={0,2})\k<quote>,?[ \t]{0,20}(?:\r?\n|$)/y;
const LINE = /[^\n]{0,9000}(?:\n|$)/y;

/** Entries of every `data` block in `text`, which is what stands around a manifest's kind. */
export function* manifestEntries(text: string): Generator<NamedValue> {
  for (const { 0: head, index, groups } of text.matchAll(DATA)) {
    const depth = groups?.indent?.length ?? 0;
    let at = index + head.length;
    while (at < text.length) {
      ENTRY.lastIndex = at;
      const found = ENTRY.exec(text);
      if (found?.groups === undefined) {
        LINE.lastIndex = at;
        const line = LINE.exec(text)?.[0] ?? '';
        if (line === '' || indentOf(line) <= depth) break;
        at += line.length;
        continue;
      }
      const { indent = '', name = '', value = '', quote = '' } = found.groups;
      if (indent.length <= depth) break;
      const start = at + found[0].indexOf(value, indent.length + name.length + 1 + quote.length);
      yield { name, start, end: start + value.length };
      at += found[0].length;
    }
  }
}

/** Blanks that a line begins with; an empty line belongs to any block. */
function indentOf(line: string): number {
  const blanks = line.search(/[^ \t\r\n]/);
  return blanks === -1 ? Number.POSITIVE_INFINITY : blanks;
}
