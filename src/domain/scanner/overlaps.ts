/** Which matches stand where several rules claim the same characters. */
import type { Match } from './match.js';
import { CONFIDENCES, RANKS, type Span } from './rule.js';

/** Keeps the more particular rule, then the value read through its encoding, then the surer rule, then the longer value; the result is in order and free of overlaps. */
export function withoutOverlaps<M extends Match>(matches: readonly M[]): M[] {
  const byClaim = [...matches].sort(compareClaims);
  const kept: M[] = [];
  for (const match of byClaim) {
    const at = insertionPoint(kept, match.start);
    const before = kept[at - 1];
    const after = kept[at];
    if (before !== undefined && before.end > match.start) continue;
    if (after !== undefined && after.start < match.end) continue;
    kept.splice(at, 0, match);
  }
  return kept;
}

/** The union of all spans, in order. */
export function merged(spans: readonly Span[]): Span[] {
  const union: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = union.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else union.push({ start, end });
  }
  return union;
}

function compareClaims(a: Match, b: Match): number {
  return (
    RANKS.indexOf(a.rule.rank) - RANKS.indexOf(b.rule.rank) ||
    Number(b.encoded !== undefined) - Number(a.encoded !== undefined) ||
    CONFIDENCES.indexOf(b.confidence) - CONFIDENCES.indexOf(a.confidence) ||
    b.end - b.start - (a.end - a.start) ||
    a.start - b.start ||
    // Where encoded values are found depends on how the input was cut; which of two rules has one must not.
    (a.encoded === undefined ? 0 : compareIds(a, b))
  );
}

function compareIds(a: Match, b: Match): number {
  return a.rule.id < b.rule.id ? -1 : Number(a.rule.id > b.rule.id);
}

/** Index of the first kept match that starts after `start`. */
function insertionPoint(kept: readonly Match[], start: number): number {
  let low = 0;
  let high = kept.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((kept[middle]?.start ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  return low;
}
