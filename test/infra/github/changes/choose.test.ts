/** Which commits a push brought and how they are read: the cases that made other scanners pass without looking. */
import {
  chooseBase,
  chooseRoute,
  isBaseGone,
  needsBlob,
  type Push,
  suitsApi,
} from '../../../../src/infra/github/changes/choose.js';
import { Forbidden, NotFound } from '../../../../src/infra/github/errors.js';

const ZERO = '0'.repeat(40);
const [A, B] = ['a'.repeat(40), 'b'.repeat(40)];
const regular: Push = {
  ref: 'refs/heads/feature',
  before: A,
  after: B,
  created: false,
  forced: false,
  deleted: false,
  defaultBranch: 'main',
  commits: [B],
};
const onMain = { ref: 'refs/heads/main' };
const many = Array.from({ length: 2047 }, (_, index) => String(index)).concat(B);

test.each<[string, Partial<Push>, object]>([
  ['regular push', {}, { kind: 'listed', commits: [B] }],
  ['regular push to the default branch', onMain, { kind: 'listed', commits: [B] }],
  ['deleted branch', { deleted: true, after: ZERO }, { kind: 'nothing' }],
  ['new branch', { created: true, before: ZERO }, { kind: 'since', base: 'main' }],
  ['zero before without the word created', { before: ZERO }, { kind: 'since', base: 'main' }],
  ['new tag', { ref: 'refs/tags/v1', created: true, before: ZERO }, { kind: 'since', base: 'main' }],
  ['force push', { forced: true }, { kind: 'since', base: 'main' }],
  ['force push to the default branch', { ...onMain, forced: true }, { kind: 'since', base: A }],
  ['first push to the default branch', { ...onMain, created: true, before: ZERO }, { kind: 'everything' }],
  [
    'branch named like the default one as a tag',
    { ref: 'refs/tags/main', created: true },
    { kind: 'since', base: 'main' },
  ],
  ['list cut at 2,048', { commits: many }, { kind: 'since', base: A }],
  ['list cut, on the default branch', { ...onMain, commits: many }, { kind: 'since', base: A }],
  ['list without the head', { commits: [A] }, { kind: 'since', base: A }],
  ['empty list', { commits: [] }, { kind: 'since', base: A }],
])('%s', (_name, change, expected) => {
  expect(chooseBase({ ...regular, ...change })).toMatchObject(expected);
});

test('an unknown base means everything; any other failure stays one', () => {
  const call = { method: 'GET', route: '/x' };
  expect(isBaseGone(new NotFound('not found', call))).toBe(true);
  expect(isBaseGone(new Forbidden('forbidden', call))).toBe(false);
  expect(isBaseGone(new Error('not found'))).toBe(false);
});

test.each([
  ['no commit', 0, 'api'],
  ['one', 1, 'api'],
  ['twenty', 20, 'api'],
  ['twenty-one', 21, 'git'],
  ['nobody knows', undefined, 'git'],
])('route for %s', (_name, commits, route) => {
  expect(chooseRoute(commits)).toBe(route);
});

test.each([
  ['whole patch', { status: 'modified', additions: 2, patch: '@@ -1 +1,2 @@\n+a\n+b' }, false],
  ['patch cut short', { status: 'modified', additions: 3, patch: '@@ -1 +1,2 @@\n+a\n+b' }, true],
  ['binary or too large', { status: 'modified', additions: 0 }, true],
  ['removed', { status: 'removed', additions: 0 }, false],
  ['renamed, perhaps with a binary change', { status: 'renamed', additions: 0 }, true],
  ['only lines taken away', { status: 'modified', additions: 0, patch: '@@ -1,2 +1 @@\n-a' }, false],
])('blob needed: %s', (_name, file, expected) => {
  expect(needsBlob(file)).toBe(expected);
});

test('a commit with more files than a page, or many without a patch, is for git', () => {
  const bare = { status: 'added', additions: 0 };
  expect(suitsApi({ hasAllFiles: true, files: Array(20).fill(bare) })).toBe(true);
  expect(suitsApi({ hasAllFiles: true, files: Array(21).fill(bare) })).toBe(false);
  expect(suitsApi({ hasAllFiles: false, files: [] })).toBe(false);
});
