/** Which matches stand where several rules claim the same characters. */
import type { Match } from './match.js';
import { CONFIDENCES, RANKS, type Span } from './rule.js';

/** Keeps the more particular rule, then the surer one, then the longer value; the result is in order and free of overlaps. */
export function withoutOverlaps(matches: readonly Match[]): Match[] {
  const byClaim = [...matches].sort(compareClaims);
  const kept: Match[] = [];
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
    CONFIDENCES.indexOf(b.confidence) - CONFIDENCES.indexOf(a.confidence) ||
    b.end - b.start - (a.end - a.start) ||
    a.start - b.start
  );
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
