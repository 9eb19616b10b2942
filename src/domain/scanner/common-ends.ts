/** What two contents begin and end with alike, in a few comparisons of memory each. */

/** Below so many bytes one after the other is as fast as halving. */
const FEW = 32;

export interface CommonEnds {
  /** Bytes at the beginning that are the same in both. */
  readonly prefix: number;
  /** Bytes at the end that are the same in both, none of them among the first `prefix` of either. */
  readonly suffix: number;
}

export function commonEnds(a: Buffer, b: Buffer): CommonEnds {
  const most = Math.min(a.length, b.length);
  const prefix = longest(
    most,
    (from, to) => a.compare(b, from, to, from, to) === 0,
    (at) => a[at] === b[at],
  );
  const [endA, endB] = [a.length, b.length];
  const suffix = longest(
    most - prefix,
    (from, to) => a.compare(b, endB - to, endB - from, endA - to, endA - from) === 0,
    (at) => a[endA - 1 - at] === b[endB - 1 - at],
  );
  return { prefix, suffix };
}

/** The largest number up to `most` below which all is the same. */
function longest(
  most: number,
  isSamePart: (from: number, to: number) => boolean,
  isSame: (at: number) => boolean,
): number {
  let [low, high] = [0, most];
  while (high - low > FEW) {
    const middle = (low + high) >>> 1;
    if (isSamePart(low, middle)) low = middle;
    else high = middle;
  }
  while (low < high && isSame(low)) low += 1;
  return low;
}
