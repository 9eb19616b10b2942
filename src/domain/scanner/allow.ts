/** `seaworthy:allow <reason>` on the line of a value: the author says that it is no secret. Without a reason it says nothing. */
import { lineIndex } from './line-index.js';
import type { AllowedMatch, Match } from './match.js';
import type { Span } from './rule.js';

export const ALLOW = 'seaworthy:allow';

const REASON_LENGTH = 200;

/** Splits `matches` by the allowances that stand at the offsets `marks`. `claimed` are all values, which no reason may quote. */
export function splitAllowed(
  text: string,
  matches: readonly Match[],
  marks: readonly number[],
  claimed: readonly Span[],
): { matches: readonly Match[]; allowed: readonly AllowedMatch[] } {
  if (marks.length === 0 || matches.length === 0) return { matches, allowed: [] };
  const lines = lineIndex(text);
  const reasons = new Map<number, string>();
  let next = 0;
  for (const mark of marks) {
    while ((claimed[next]?.end ?? Number.POSITIVE_INFINITY) <= mark) next += 1;
    const reason = reasonAt(text, mark + ALLOW.length, claimed[next]?.start ?? text.length);
    if (reason !== '') reasons.set(lines.positionOf(mark).line, reason);
  }
  const kept: Match[] = [];
  const allowed: AllowedMatch[] = [];
  for (const match of matches) {
    // A key block allows no comment on its first line, so its last one counts as well.
    const reason = reasons.get(lines.positionOf(match.start).line) ?? reasons.get(lines.positionOf(match.end - 1).line);
    if (reason === undefined) kept.push(match);
    else allowed.push({ ...match, reason });
  }
  return { matches: kept, allowed };
}

/** The rest of the line, up to the comment's end or the next value, so that a reason never carries one away. */
function reasonAt(text: string, from: number, nextValue: number): string {
  const rest = text.slice(from, Math.max(from, Math.min(from + REASON_LENGTH, nextValue)));
  const line = /^[ \t:]([^\r\n]{0,200})/.exec(rest)?.[1] ?? '';
  const reason = (line.split(/\*\/|-->/)[0] ?? '').trim();
  return /[\p{L}\p{N}]/u.test(reason) ? reason : '';
}
