/** Two threads share a list of blobs: each blob is asked for once, and outcomes come in the order of the list. */
import fc from 'fast-check';
import { scanFromBothEnds, twoEnded } from '../../../src/infra/scan/both-ends.js';
import { LocalGitError } from '../../../src/infra/scan/local-git.js';
import type { Slice } from '../../../src/infra/scan/slice-scan.js';
import type { Thread, Threads } from '../../../src/infra/scan/threads.js';

const REPOSITORY = { folder: '/nowhere', environment: {} };

/** Threads that answer with the number in each blob's name; null for names without one. */
function threadsOf(count: number, answer = async (slice: Slice) => slice.blobs.map(({ sha }) => numberIn(sha))) {
  const asked: number[] = [];
  const made = Array.from({ length: count }, (_, index): Thread => {
    let busy = 0;
    return {
      busy: () => busy,
      isAlive: () => true,
      run: async () => [],
      scan: async (slice) => {
        asked[index] = (asked[index] ?? 0) + slice.blobs.length;
        busy += 1;
        const answers = await answer(slice);
        busy -= 1;
        return answers;
      },
      stop: async () => undefined,
    };
  });
  const [first] = made;
  if (first === undefined) throw new RangeError('There is at least one thread');
  const threads: Threads = {
    count,
    idlest: () => made.find((thread) => thread.busy() === 0) ?? first,
    start: () => undefined,
    close: async () => undefined,
  };
  return { threads, asked };
}

function numberIn(sha: string): number | null {
  return sha === 'tree' ? null : Number(sha);
}

test.each([1, 2])('%i threads give all outcomes in order', async (count) => {
  for (const length of [0, 1, 255, 256, 257, 3000, 20_000]) {
    const blobs = Array.from({ length }, (_, index) => ({ sha: index % 7 === 3 ? 'tree' : String(index), path: 'a' }));
    const { threads, asked } = threadsOf(count);
    const outcomes = [];
    for await (const outcome of scanFromBothEnds(threads, REPOSITORY, blobs)) outcomes.push(outcome);
    expect(outcomes.map(({ input }) => input)).toEqual(blobs.filter(({ sha }) => sha !== 'tree'));
    expect(asked.reduce((sum, some) => sum + some, 0)).toBe(length);
    if (length > 1000) expect(asked.filter((some) => some > 0)).toHaveLength(count);
  }
});

test('slices in which nothing is a blob do not end the scan', async () => {
  const blobs = Array.from({ length: 2000 }, (_, index) => ({ sha: index < 1500 ? 'tree' : String(index), path: 'a' }));
  const outcomes = [];
  for await (const outcome of scanFromBothEnds(threadsOf(1).threads, REPOSITORY, blobs)) outcomes.push(outcome);
  expect(outcomes).toHaveLength(500);
});

test.each([1, 2])('what git refuses one of %i threads is thrown', async (count) => {
  const { threads } = threadsOf(count, async () => {
    throw new LocalGitError('failed', 'bad object');
  });
  const outcomes = scanFromBothEnds(threads, REPOSITORY, [{ sha: '1', path: 'a' }]);
  await expect(outcomes.next()).rejects.toThrow('bad object');
});

test('both ends meet, and nothing is taken twice', () => {
  fc.assert(
    fc.property(fc.nat(30_000), fc.array(fc.boolean(), { maxLength: 200 }), (length, turns) => {
      const list = Array.from({ length }, (_, index) => index);
      const ends = twoEnded(list);
      const [front, back]: [number[], number[]] = [[], []];
      for (const isFront of turns) (isFront ? front : back).push(...(isFront ? ends.shift() : ends.pop()));
      for (let rest = ends.shift(); rest.length > 0; rest = ends.shift()) front.push(...rest);
      expect([...front, ...back.reverse()]).toEqual(list);
      expect([ends.shift(), ends.pop()]).toEqual([[], []]);
    }),
    { numRuns: 30 },
  );
});
