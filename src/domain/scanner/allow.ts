/** `seaworthy:allow <reason>` on the line of a value: the author says that it is no secret. Without a reason it says nothing. */
import type { Span } from './rule.js';
import type { View } from './view.js';

export const ALLOW = 'seaworthy:allow';

/** UTF-16 units of a reason that are read. */
const REASON_LENGTH = 200;
/** What that many units take in bytes, at most. */
export const REASON_BYTES = 3 * REASON_LENGTH;

/** What stands on a line from its first character to its last, as far as allowances go. */
export interface Lines {
  /** One-based, of the first character. */
  readonly line: number;
  readonly endLine: number;
}

/**
 * Notes the reason that the text behind a mark gives for its line. `rest` ends where the next value begins, so that a reason
 * never carries one away.
 */
export function noteReason(reasons: Map<number, string>, line: number, rest: string): void {
  const first = /^[ \t:]([^\r\n]{0,200})/.exec(rest.slice(0, REASON_LENGTH))?.[1] ?? '';
  const reason = (first.split(/\*\/|-->/)[0] ?? '').trim();
  if (/[\p{L}\p{N}]/u.test(reason)) reasons.set(line, reason);
}

/** The reason for a value. A key block has no room for a comment on its first line, so its last one counts as well. */
export function reasonFor(reasons: ReadonlyMap<number, string>, { line, endLine }: Lines): string | undefined {
  return reasons.get(line) ?? reasons.get(endLine);
}

/** What may be a reason: the text behind a mark up to the next of `values`, which are in order and do not overlap. */
export function behindMark(view: Pick<View, 'read'>, mark: number, values: readonly Span[]): string {
  const from = mark + ALLOW.length;
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle]?.end ?? 0) > mark) high = middle;
    else low = middle + 1;
  }
  return view.read(from, Math.max(from, Math.min(from + REASON_BYTES, values[low]?.start ?? Infinity))).text;
}
