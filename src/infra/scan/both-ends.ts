/** Blobs are shared by two threads: one goes through the list from its beginning, the other from its end, until they meet. */
import type { Repository } from './local-git.js';
import { outcomeOf, type ScanOutcome } from './outcome.js';
import type { WantedBlob } from './slice-scan.js';
import type { Thread, Threads } from './threads.js';

/** Fewer are not worth a message to a thread, more would leave one of the two waiting for the other at the end. */
const FEWEST = 256;
const MOST = 4096;
/** A slice is this share of what is left: the nearer the end, the smaller. */
const SHARE = 4;

/**
 * Outcomes in the order of the blobs. Each thread goes on where it was, so that what it has of the files' other versions is of
 * use. @throws LocalGitError
 */
export async function* scanFromBothEnds<B extends WantedBlob>(
  threads: Threads,
  repository: Repository,
  blobs: readonly B[],
): AsyncGenerator<ScanOutcome<B>, void> {
  const left = twoEnded(blobs);
  const scan = async (thread: Thread, slice: readonly B[]): Promise<ScanOutcome<B>[]> => {
    const answers = await thread.scan({ repository, blobs: slice.map(({ sha, path }) => ({ sha, path })) });
    return answers.flatMap((answer, index) => outcomeOf(slice[index], answer));
  };
  const first = threads.idlest();
  const next = (): Promise<ScanOutcome<B>[]> | undefined => {
    const slice = left.shift();
    if (slice.length === 0) return undefined;
    const coming = scan(first, slice);
    // Whoever takes the outcomes is told; until then it is nobody's error.
    coming.catch(() => undefined);
    return coming;
  };
  const ofEnd: ScanOutcome<B>[][] = [];
  const goBack = async (): Promise<void> => {
    let slice = left.pop();
    if (slice.length === 0) return;
    for (const second = threads.idlest(); slice.length > 0; slice = left.pop()) {
      ofEnd.unshift((await scan(second, slice)).reverse());
    }
  };
  let coming = next();
  const back = threads.count > 1 ? goBack() : undefined;
  // Awaited below, when the beginning is through; until then it is nobody's error either.
  back?.catch(() => undefined);
  while (coming !== undefined) {
    const outcomes = await coming;
    coming = next();
    yield* outcomes;
  }
  await back;
  for (const outcomes of ofEnd) yield* outcomes;
}

export interface TwoEnded<T> {
  /** The next ones from the beginning; none when all are taken. */
  shift(): T[];
  /** The next ones from the end, the last first. */
  pop(): T[];
}

export function twoEnded<T>(list: readonly T[]): TwoEnded<T> {
  let [from, to] = [0, list.length];
  const size = (): number => Math.min(to - from, MOST, Math.max(FEWEST, Math.ceil((to - from) / SHARE)));
  return {
    shift: () => {
      const count = size();
      from += count;
      return list.slice(from - count, from);
    },
    pop: () => {
      const count = size();
      to -= count;
      return list.slice(to, to + count).reverse();
    },
  };
}
