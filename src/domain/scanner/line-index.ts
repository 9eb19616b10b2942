/** Line and column of an offset, from the starts of all lines found in one pass. */

export interface LineIndex {
  /** One-based line and column of an offset in UTF-16 units. */
  positionOf(offset: number): { readonly line: number; readonly column: number };
}

/** Lines end at LF only, as git and GitHub count them. */
export function lineIndex(text: string): LineIndex {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return {
    positionOf: (offset) => {
      let low = 0;
      let high = starts.length;
      while (high - low > 1) {
        const middle = (low + high) >>> 1;
        if ((starts[middle] ?? 0) <= offset) low = middle;
        else high = middle;
      }
      return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
    },
  };
}
