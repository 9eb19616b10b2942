/** What `git cat-file --batch` prints, in chunks cut anywhere. */
import fc from 'fast-check';
import { batchOutput } from '../../../src/infra/scan/batch-output.js';

type Told = readonly [type: string, content: string] | 'missing';

const PRINTED = 'aa blob 5\nab\ncd\nbb missing\ncc commit 0\n\ndd blob 12\nee missing\n\n\n';
const TOLD: readonly Told[] = [['blob', 'ab\ncd'], 'missing', ['commit', ''], ['blob', 'ee missing\n\n']];

function told(chunks: readonly Buffer[]): Told[] {
  const all: Told[] = [];
  const take = batchOutput({
    object: (type, size) => {
      let content = '';
      return {
        write: (part) => {
          content += part.toString();
        },
        end: () => {
          expect(content).toHaveLength(size);
          all.push([type, content]);
        },
      };
    },
    missing: () => all.push('missing'),
  });
  for (const chunk of chunks) take(chunk);
  return all;
}

test('contents are told from answers, wherever chunks are cut', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(PRINTED.length)), (cuts) => {
      const ends = [...cuts.sort((a, b) => a - b), PRINTED.length];
      const chunks = ends.map((end, index) => Buffer.from(PRINTED.slice(ends[index - 1] ?? 0, end)));
      expect(told(chunks)).toEqual(TOLD);
    }),
  );
});

test('what ends early tells nothing of the last one', () => {
  expect(told([Buffer.from(PRINTED.slice(0, -1))])).toEqual(TOLD.slice(0, -1));
});
