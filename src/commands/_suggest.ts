/** Suggests the nearest known word for a mistyped one, and shows what was typed. */

/** The word of `known` that is nearest to `said`, or null when none is near enough to be meant. */
export function nearest(said: string, known: Iterable<string>): string | null {
  let best: string | null = null;
  let bestDistance = Math.max(1, Math.floor(said.length / 3)) + 1;
  for (const word of known) {
    if (Math.abs(word.length - said.length) >= bestDistance) continue;
    const distance = editDistance(said, word);
    if (distance < bestDistance) [best, bestDistance] = [word, distance];
  }
  return best;
}

/** A mistyped word as code; what no command could be called is not repeated, as it may be Markdown or a value. */
export function quoteWord(said: string): string {
  return /^[a-z][a-z-]{0,29}$/.test(said) ? `\`${said}\`` : 'of that name';
}

/** Levenshtein distance with neighbouring swaps counted as one edit (optimal string alignment). */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, at(before, j - 2) + 1);
      row.push(cost);
    }
    [before, last] = [last, row];
  }
  return at(last, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
