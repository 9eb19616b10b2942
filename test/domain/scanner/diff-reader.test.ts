/** Unified diffs as git prints them, hostile ones included, and patches as GitHub's API cuts them. */
import fc from 'fast-check';
import { addedLinesOfPatch, diffReader, parseDiff } from '../../../src/domain/scanner/diff-reader.js';

function read(diff: string) {
  const reader = diffReader();
  return {
    added: [...parseDiff([diff], reader)].map(({ path, line, text }) => `${path}:${line}:${text}`),
    unread: reader.unread.map(({ path, reason }) => `${path} ${reason}`),
  };
}

const file = (...lines: string[]): string => ['diff --git a/f b/f', '--- a/f', '+++ b/f', ...lines, ''].join('\n');

test.each([
  ['a line among others', file('@@ -1,2 +1,3 @@ class A', ' one', '+two', ' three'), ['f:2:two']],
  ['a replaced line', file('@@ -7 +7 @@', '-old', '+new'), ['f:7:new']],
  ['two hunks', file('@@ -1 +1,2 @@', ' a', '+b', '@@ -10 +11,2 @@', '+c', ' d'), ['f:2:b', 'f:11:c']],
  ['removed lines only', file('@@ -1,2 +0,0 @@', '-a', '-b'), []],
  [
    'no newline at the end',
    file('@@ -1 +1 @@', '-a', '\\ No newline at end of file', '+b', '\\ No newline'),
    ['f:1:b'],
  ],
  ['a CR before the LF', file('@@ -0,0 +1 @@', '+a\r'), ['f:1:a\r']],
  ['an added empty line', file('@@ -0,0 +1,2 @@', '+', '+b'), ['f:1:', 'f:2:b']],
  ['a context line without its blank', file('@@ -1,2 +1,3 @@', ' a', '', '+b'), ['f:3:b']],
  [
    'lines that look like headers',
    file('@@ -1,1 +1,4 @@', '+++ b/evil', '--- a/f', '+diff --git a/x b/x', '+@@ -1 +1 @@', '+z'),
    ['f:1:++ b/evil', 'f:2:diff --git a/x b/x', 'f:3:@@ -1 +1 @@', 'f:4:z'],
  ],
  [
    'a path with blanks',
    'diff --git a/a b c b/a b c\n--- a/a b c\t\n+++ b/a b c\t\n@@ -0,0 +1 @@\n+x\n',
    ['a b c:1:x'],
  ],
  [
    'a quoted path',
    'diff --git "a/\\303\\251\\t\\"\\\\.txt" "b/\\303\\251\\t\\"\\\\.txt"\n--- /dev/null\n+++ "b/\\303\\251\\t\\"\\\\.txt"\n@@ -0,0 +1 @@\n+x\n',
    ['é\t"\\.txt:1:x'],
  ],
  [
    'a new file in a folder named b',
    'diff --git a/b/x b/b/x\nnew file mode 100644\n--- /dev/null\n+++ b/b/x\n@@ -0,0 +1 @@\n+x\n',
    ['b/x:1:x'],
  ],
  ['no prefixes', 'diff --git b/x b/x\n--- b/x\n+++ b/x\n@@ -0,0 +1 @@\n+x\n', ['b/x:1:x']],
  ['mnemonic prefixes', 'diff --git i/x w/x\n--- i/x\n+++ w/x\n@@ -0,0 +1 @@\n+x\n', ['x:1:x']],
  [
    'a rename with a change',
    'diff --git a/old b/new\nsimilarity index 90%\nrename from old\nrename to new\n--- a/old\n+++ b/new\n@@ -1 +1,2 @@\n a\n+x\n',
    ['new:2:x'],
  ],
  ['a rename alone', 'diff --git a/old b/new\nsimilarity index 100%\nrename from old\nrename to new\n', []],
  ['a mode alone', 'diff --git a/f b/f\nold mode 100644\nnew mode 100755\n', []],
  ['a deleted file', 'diff --git a/f b/f\ndeleted file mode 100644\n--- a/f\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n', []],
  [
    'a submodule',
    'diff --git a/m b/m\nindex 111..222 160000\n--- a/m\n+++ b/m\n@@ -1 +1 @@\n-Subproject commit 1\n+Subproject commit 2\n',
    [],
  ],
  [
    'a merge with lines of its own and of one parent',
    'diff --cc f\nindex 1,2..3\n--- a/f\n+++ b/f\n@@@ -1,2 -1,2 +1,4 @@@\n  a\n++own\n +theirs\n- gone\n -lost\n  b\n',
    ['f:2:own', 'f:3:theirs'],
  ],
  ['a merge of three', 'diff --combined f\n--- a/f\n+++ b/f\n@@@@ -1 -1 -1 +1,2 @@@@\n   a\n+++b\n', ['f:2:b']],
  ['nothing', '', []],
])('%s', (_, diff, expected) => {
  expect(read(diff)).toEqual({ added: expected, unread: [] });
});

test.each([
  [
    'a binary file',
    'diff --git a/i.png b/i.png\nindex 1..2 100644\nBinary files a/i.png and b/i.png differ\n',
    ['i.png binary'],
  ],
  [
    'a renamed binary file',
    'diff --git a/i b/j\nrename from i\nrename to j\nBinary files a/i and b/j differ\n',
    ['j binary'],
  ],
  ['a binary patch', 'diff --git a/i b/i\nGIT binary patch\nliteral 3\nKcmZ\n\n', ['i binary']],
  ['a hunk cut short', file('@@ -1,2 +1,9 @@', ' a', '+b'), ['f truncated']],
  ['a file that begins within a hunk', file('@@ -0,0 +1,3 @@', '+a', 'diff --git a/g b/g'), ['f truncated']],
  ['a hunk header that is none', file('@@ -1 +x @@', '+a'), ['f malformed']],
  ['a hunk without a file', '@@ -0,0 +1 @@\n+a\n', [' malformed']],
])('%s is reported as unread', (_, diff, expected) => {
  expect(read(diff).unread).toEqual(expected);
});

test('commits of a log are told apart, and their messages hold no files', () => {
  const commit = (digit: string, message: string): string =>
    `commit ${digit.repeat(40)}\nAuthor: A <a@b.c>\n\n    ${message}\n\n${file('@@ -0,0 +1 @@', `+of ${digit}`)}`;
  const log = `${commit('1', '+++ b/evil')}\n${commit('2', 'diff --git a/e b/e')}`;
  expect([...parseDiff([log])]).toEqual([
    { path: 'f', line: 1, text: 'of 1', commit: '1'.repeat(40) },
    { path: 'f', line: 1, text: 'of 2', commit: '2'.repeat(40) },
  ]);
});

test.each([
  ['one hunk without a last newline', '@@ -1 +1,2 @@\n a\n+b', ['b@2'], []],
  ['a patch cut short', '@@ -1 +1,5 @@\n a\n+b', ['b@2'], ['truncated']],
  ['an empty patch', '', [], []],
])("GitHub's patch: %s", (_, patch, lines, reasons) => {
  const { added, unread } = addedLinesOfPatch(patch, 'src/a.ts');
  expect(added.map(({ text, line }) => `${text}@${line}`)).toEqual(lines);
  expect(added.every(({ path }) => path === 'src/a.ts')).toBe(true);
  expect(unread.map(({ reason }) => reason)).toEqual(reasons);
});

const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'diff --git a/f b/f\n',
        'diff --cc f\n',
        '--- a/f\n',
        '+++ b/f\n',
        '+++ "b/\\3',
        '@@ -1,3 +1,4 @@\n',
        '@@@ -1 -1 +1,2 @@@\n',
        '@@ -1,9999999999 +1,9999999999 @@\n',
        '\\ No newline\n',
        '+a\n',
        '-b\n',
        ' c\n',
        '\n',
        'rename to x\n',
      ),
      fc.string({ unit: 'binary', maxLength: 12 }),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

test('hostile diffs do not throw, and give the same however they are cut', () => {
  fc.assert(
    fc.property(hostile, fc.array(fc.nat(400), { maxLength: 6 }), (diff, cuts) => {
      const places = [0, ...cuts.map((cut) => Math.min(cut, diff.length)).sort((a, b) => a - b), diff.length];
      const pieces = places.slice(1).map((to, index) => diff.slice(places[index], to));
      const [whole, cut] = [diffReader(), diffReader()];
      expect([...parseDiff(pieces, cut)]).toEqual([...parseDiff([diff], whole)]);
      expect(cut.unread).toEqual(whole.unread);
    }),
    { numRuns: 300 },
  );
});
