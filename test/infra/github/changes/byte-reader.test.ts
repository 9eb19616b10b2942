/** Lines and lengths come out the same however the stream was cut into chunks. */
import fc from 'fast-check';
import { ByteReader } from '../../../../src/infra/github/changes/byte-reader.js';
import { readPatches } from '../../../../src/infra/github/changes/diff-output.js';

async function* chunks(bytes: Buffer, cuts: readonly number[]): AsyncGenerator<Buffer> {
  const ends = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].sort((a, b) => a - b);
  let from = 0;
  for (const end of [...ends, bytes.length]) {
    yield bytes.subarray(from, end);
    from = end;
  }
}

const cuts = fc.array(fc.nat(10_000), { maxLength: 20 });

test('lines', async () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'ü', '\n', '\r', '\0'), maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(text, cuts, async (all, at) => {
      const reader = new ByteReader(chunks(Buffer.from(all), at));
      const lines: string[] = [];
      for (let line = await reader.line(); line !== undefined; line = await reader.line()) lines.push(line.toString());
      const expected = all.split('\n');
      expect(lines).toEqual(expected.at(-1) === '' ? expected.slice(0, -1) : expected);
    }),
  );
});

test('exact lengths, and an end that comes too early', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 60 }), fc.nat(60), cuts, async (all, length, at) => {
      const reader = new ByteReader(chunks(Buffer.from(all), at));
      await reader.skip(Math.min(2, all.length));
      const rest = Buffer.from(all).subarray(2);
      if (length > rest.length) await expect(reader.exactly(length)).rejects.toThrow(RangeError);
      else expect(await reader.exactly(length)).toEqual(rest.subarray(0, length));
    }),
  );
});

const [OLD, NEW] = ['a'.repeat(40), 'b'.repeat(40)];
const HEADER = `diff --git a/f b/f\nindex ${OLD}..${NEW} 100644\n--- a/f\n+++ b/f\n`;

async function patches(text: string, maxBytes = 1000) {
  const blocks = [];
  for await (const block of readPatches(new ByteReader(chunks(Buffer.from(text), [])), maxBytes)) blocks.push(block);
  return blocks;
}

test.each<[string, string, (string | undefined)[]]>([
  [
    'two files',
    `${HEADER}@@ -1 +1 @@\n-a\n+b\n${HEADER}@@ -0,0 +1 @@\n+c\n`,
    ['@@ -1 +1 @@\n-a\n+b', '@@ -0,0 +1 @@\n+c'],
  ],
  ['two hunks', `${HEADER}@@ -1 +0,0 @@\n-a\n@@ -9,0 +9 @@ f()\n+b\n`, ['@@ -1 +0,0 @@\n-a\n@@ -9,0 +9 @@ f()\n+b']],
  ['binary', `${HEADER.split('---')[0]}Binary files a/f and b/f differ\n`, [undefined]],
  ['longer than kept', `${HEADER}@@ -0,0 +1 @@\n+${'x'.repeat(1000)}\n`, [undefined]],
  ['mode only', 'diff --git a/f b/f\nold mode 100644\nnew mode 100755\n', []],
  ['nothing', '', []],
])('patches: %s', async (_name, text, expected) => {
  expect((await patches(text)).map((block) => block.text)).toEqual(expected);
});

test('a patch that ends in the middle of a hunk is an error', async () => {
  await expect(patches(`${HEADER}@@ -0,0 +1,2 @@\n+a\n`)).rejects.toThrow(SyntaxError);
});
