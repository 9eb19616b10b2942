/** The git route against a real repository over smart HTTP: every file of every commit, and no trace of the token. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inspect } from 'node:util';
import type { Change, FileChange } from '../../../../src/infra/github/changes/change.js';
import { checkGit, type GitSettings, removeOldCopies } from '../../../../src/infra/github/changes/git-copies.js';
import { readByGit, type Wanted } from '../../../../src/infra/github/changes/git-route.js';
import { GitFailed } from '../../../../src/infra/github/errors.js';
import { createRepository, type GitServer, serveGit, type TestRepository } from '../../../support/git-server.js';

const TOKEN = ['ghs', '77', 'abc.def-ghi'].join('_');
const BASIC = Buffer.from(`x-access-token:${TOKEN}`).toString('base64');
let repo: TestRepository;
let server: GitServer;
let folder: string;
let settings: GitSettings;

beforeAll(async () => {
  repo = createRepository();
  server = await serveGit(repo.root, TOKEN);
  folder = mkdtempSync(path.join(tmpdir(), 'seaworthy-copies-'));
  settings = { folder, environment: { PATH: process.env.PATH } };
});

afterAll(async () => {
  await server.close();
  repo.remove();
  rmSync(folder, { recursive: true, force: true });
});

afterEach(() => {
  expect(readdirSync(folder)).toEqual([]);
});

const nothingKnown = async () => () => false;
const remote = () => ({ url: `${server.url}/repo.git`, token: TOKEN });

async function read(head: string, wanted: Wanted): Promise<Change[]> {
  const changes: Change[] = [];
  for await (const change of readByGit(settings, remote(), head, wanted, nothingKnown)) changes.push(change);
  return changes;
}

const of = (...commits: string[]): Wanted => ({ commits, depth: commits.length });

/** path -> what was told about it, shortened. */
function summary(changes: readonly Change[], commit?: string): Record<string, string> {
  const files = changes.filter((change): change is FileChange => change.kind === 'file');
  return Object.fromEntries(
    files
      .filter((file) => commit === undefined || file.commit === commit)
      .map(({ path: name, content }) => [name, told(content)]),
  );
}

function told(content: FileChange['content']): string {
  switch (content.kind) {
    case 'patch':
      return content.text;
    case 'bytes':
      return content.bytes.length < 40
        ? Buffer.from(content.bytes).toString('latin1')
        : `${content.bytes.length} bytes`;
    default:
      return `${content.kind}: ${content.reason}`;
  }
}

const write = (name: string, content: string | Buffer) => {
  mkdirSync(path.dirname(path.join(repo.work, name)), { recursive: true });
  writeFileSync(path.join(repo.work, name), content);
};

test('every kind of change is told, with its patch, its bytes or the reason why there is nothing', async () => {
  write('text.txt', 'one\ntwo\nthree\n');
  write('gone.txt', 'gone\n');
  write('moved.txt', 'moved as it is\n');
  write('mode.sh', 'echo\n');
  write('image.bin', Buffer.from([0, 1, 2, 3]));
  write('attributes.lock', 'a\n');
  const first = repo.commit('first');
  write('text.txt', 'one\n++ two\nthree\nfour');
  repo.git('rm', '--quiet', 'gone.txt');
  repo.git('mv', 'moved.txt', 'new place "ü"\n.txt');
  write('image.bin', Buffer.from([0, 9, 9]));
  write('added.txt', 'all new\n');
  write('attributes.lock', 'a\nb\n');
  write('.gitattributes', '*.lock -diff\n');
  symlinkSync('/etc/passwd', path.join(repo.work, 'link'));
  repo.git('add', '--all');
  repo.git('update-index', '--chmod=+x', 'mode.sh');
  repo.git('update-index', '--add', '--cacheinfo', `160000,${first},sub`);
  repo.git('commit', '--quiet', '-m', 'second');
  const second = repo.git('rev-parse', 'HEAD');
  repo.push('HEAD:refs/heads/kinds');

  const changes = await read(second, of(second));
  expect(summary(changes)).toEqual({
    'text.txt': '@@ -1,3 +1,4 @@\n one\n-two\n+++ two\n three\n+four\n\\ No newline at end of file',
    'gone.txt': 'nothing: removed',
    'new place "ü"\n.txt': 'nothing: moved',
    'mode.sh': 'nothing: mode only',
    'image.bin': '\0\t\t',
    'added.txt': 'all new\n',
    'attributes.lock': '@@ -1 +1,2 @@\n a\n+b',
    '.gitattributes': '*.lock -diff\n',
    link: '/etc/passwd',
    sub: 'nothing: submodule',
  });
  expect(changes.at(-1)).toEqual({ kind: 'commit', sha: second, files: 10 });
});

test('a commit of 350 files and a file over 1 MB are told whole, and blobs are not fetched one by one', async () => {
  const before = repo.commit('before');
  for (let index = 0; index < 350; index++) write(`many/${index}.txt`, `file ${index}\n`);
  write('large.txt', `${'x'.repeat(99)}\n`.repeat(15_000));
  const many = repo.commit('many');
  write('large.txt', `${'x'.repeat(99)}\n`.repeat(15_000).replaceAll('x', 'y'));
  const rewritten = repo.commit('rewritten');
  repo.push('HEAD:refs/heads/many');

  server.requests.length = 0;
  const changes = await read(rewritten, of(many, rewritten));
  expect(server.requests.length).toBeLessThanOrEqual(6);
  expect(changes.filter((change) => change.kind === 'commit')).toEqual([
    { kind: 'commit', sha: many, files: 351 },
    { kind: 'commit', sha: rewritten, files: 1 },
  ]);
  expect(summary(changes, many)).toMatchObject({ 'many/349.txt': 'file 349\n', 'large.txt': '1500000 bytes' });
  const patch = summary(changes, rewritten)['large.txt'] ?? '';
  expect(patch.match(/^\+y{99}$/gm)).toHaveLength(15_000);
  expect(changes.some((change) => change.kind === 'file' && change.commit === before)).toBe(false);
});

test('a merge is told against its first parent, with what the other side and the merge itself brought', async () => {
  repo.git('checkout', '--quiet', '--orphan', 'left');
  repo.git('rm', '-rfq', '--cached', '.');
  repo.git('clean', '-fdxq');
  write('a.txt', 'a\n');
  const root = repo.commit('root');
  repo.git('checkout', '--quiet', '-b', 'right');
  write('right.txt', 'right\n');
  const right = repo.commit('right');
  repo.git('checkout', '--quiet', 'left');
  write('left.txt', 'left\n');
  const left = repo.commit('left');
  repo.git('merge', '--quiet', '--no-ff', '--no-commit', 'right');
  write('evil.txt', 'only in the merge\n');
  const merge = repo.commit('merge');
  repo.push('left');

  const changes = await read(merge, of(left, right, merge));
  expect(summary(changes, merge)).toEqual({ 'evil.txt': 'only in the merge\n', 'right.txt': 'right\n' });
  expect(summary(changes, right)).toEqual({ 'right.txt': 'right\n' });

  const all = await read(merge, 'everything');
  expect(all.filter(({ kind }) => kind === 'commit').map((end) => 'sha' in end && end.sha)[0]).toBe(root);
  expect(summary(all, root)).toEqual({ 'a.txt': 'a\n' });
  expect(summary(all, merge)).toEqual(summary(changes, merge));
});

test('content that looks like headers stays content', async () => {
  repo.git('checkout', '--quiet', 'left');
  write('tricky.txt', 'start\n');
  repo.commit('plain');
  const sha = '1'.repeat(40);
  write('tricky.txt', `start\ndiff --git a/x b/x\nindex ${sha}..${sha}\n@@ -1 +1 @@\n${sha}\n\n-- \n++ \n`);
  const tricky = repo.commit('tricky');
  repo.push('left');
  const { 'tricky.txt': patch } = summary(await read(tricky, of(tricky)));
  expect(patch).toBe(
    `@@ -1 +1,8 @@\n start\n+diff --git a/x b/x\n+index ${sha}..${sha}\n+@@ -1 +1 @@\n+${sha}\n+\n+-- \n+++ `,
  );
});

test('a commit that was force-pushed away is still read while the server has it', async () => {
  repo.git('checkout', '--quiet', 'left');
  write('rewritten.txt', 'first try\n');
  const lost = repo.commit('lost');
  repo.push('left');
  repo.git('reset', '--quiet', '--hard', 'HEAD~1');
  write('rewritten.txt', 'second try\n');
  const kept = repo.commit('kept');
  repo.push('--force', 'left');
  expect(summary(await read(kept, of(kept)))).toEqual({ 'rewritten.txt': 'second try\n' });
  expect(summary(await read(lost, of(lost)))).toEqual({ 'rewritten.txt': 'first try\n' });
});

test('an empty commit is told as seen, with no files', async () => {
  const empty = repo.commit('empty');
  repo.push('left');
  expect(await read(empty, of(empty))).toEqual([{ kind: 'commit', sha: empty, files: 0 }]);
});

test('a push of more commits than are read at one time misses none', async () => {
  const shas = repo.grow('long', 460);
  repo.push('long');
  const pushed = shas.slice(5);
  const changes = await read(shas.at(-1) ?? '', of(...pushed));
  expect(changes.flatMap((change) => (change.kind === 'commit' ? [change.sha] : []))).toEqual(pushed);
  expect(changes.flatMap((change) => (change.kind === 'file' ? [addedLines(change)] : []))).toEqual(
    pushed.map((_, index) => `line ${(index + 5) % 50}`),
  );
});

function addedLines({ content }: FileChange): string {
  if (content.kind === 'bytes') return Buffer.from(content.bytes).toString().trim();
  return content.kind === 'patch' ? (content.text.match(/(?<=^\+).*$/gm) ?? []).join() : content.reason;
}

test('a whole history is read from the first commit to the last', async () => {
  const head = repo.git('rev-parse', 'HEAD');
  const ends = (await read(head, 'everything')).flatMap((change) => (change.kind === 'commit' ? [change.sha] : []));
  expect(ends).toEqual(repo.git('rev-list', '--topo-order', '--reverse', head).split('\n'));
});

test('a whole file that is known is passed over and stays accounted for; a patch is read all the same', async () => {
  const before = repo.git('rev-parse', 'HEAD');
  writeFileSync(path.join(repo.work, 'known.txt'), 'known\n');
  repo.commit('whole');
  writeFileSync(path.join(repo.work, 'known.txt'), 'known\nand more\n');
  const head = repo.commit('patch');
  repo.push('HEAD:known');
  const wanted = { commits: [head, repo.git('rev-parse', 'HEAD~1')], depth: 2 };
  const changes: Change[] = [];
  for await (const change of readByGit(settings, remote(), head, wanted, async () => () => true)) changes.push(change);
  const kinds = changes.map((change) => (change.kind === 'file' ? change.content.kind : change.files)).sort();
  expect(kinds).toEqual([1, 1, 'nothing', 'patch']);
  repo.git('reset', '--quiet', '--hard', before);
});

test('a reader that stops early leaves no copy behind, and the token was never on disk', async () => {
  const head = repo.git('rev-parse', 'HEAD');
  for await (const change of readByGit(settings, remote(), head, 'everything', nothingKnown)) {
    expect(change.kind).toBe('file');
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const texts = files.map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'latin1'));
    expect(texts.length).toBeGreaterThan(2);
    expect(texts.filter((text) => text.includes(TOKEN) || text.includes(BASIC))).toEqual([]);
    break;
  }
});

test.each<[string, string | undefined, RegExp | undefined]>([
  ['there', undefined, undefined],
  ['too old', '#!/bin/sh\necho git version 2.30.9', /git 2\.31 or newer is needed, found 2\.30/],
  ['something else', '#!/bin/sh\necho hello', /found 0\.0/],
  ['missing', '', /ENOENT|EACCES/],
])('git is looked for at start: %s', async (_name, script, problem) => {
  const bin = mkdtempSync(path.join(tmpdir(), 'seaworthy-bin-'));
  if (script) writeFileSync(path.join(bin, 'git'), script, { mode: 0o755 });
  const checked = checkGit({ ...settings, environment: { PATH: script === undefined ? process.env.PATH : bin } });
  if (problem === undefined) expect(await checked).toMatch(/^\d+\.\d+$/);
  else await expect(checked).rejects.toMatchObject({ name: 'GitFailed', detail: expect.stringMatching(problem) });
  rmSync(bin, { recursive: true });
});

test('a copy that a killed process left is removed once it is too old to be in use', async () => {
  mkdirSync(path.join(folder, 'copy-left'));
  writeFileSync(path.join(folder, 'other'), '');
  await removeOldCopies(settings, new Date(Date.now() + 60_000));
  expect(readdirSync(folder).sort()).toEqual(['copy-left', 'other']);
  await removeOldCopies(settings, new Date(Date.now() + 3_600_000));
  expect(readdirSync(folder)).toEqual(['other']);
  rmSync(path.join(folder, 'other'));
});

test.each<[string, () => Promise<unknown>, string]>([
  ['wrong token', () => drain({ token: 'wrong' }), 'refused'],
  ['unknown repository', () => drain({ url: `${server.url}/other.git` }), 'missing'],
  ['unknown commit', () => drain({}, 'f'.repeat(40)), 'missing'],
  ['a head that is an option', () => drain({}, '--upload-pack=touch'), 'missing'],
  ['nobody there', () => drain({ url: 'http://127.0.0.1:1/repo.git' }), 'failed'],
  ['other protocol', () => drain({ url: 'ext::sh -c true' }), 'failed'],
  ['too many bytes', () => drain({}, undefined, { time: 60_000, size: 10 }), 'size'],
  ['no time', () => drain({}, undefined, { time: 1, size: 1e9 }), 'time'],
])('%s ends in an error that says why and shows no token', async (_name, attempt, reason) => {
  const error = await attempt().then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(GitFailed);
  expect(error).toMatchObject({ reason });
  const shown = inspect(error, { depth: 10, showHidden: true });
  expect(shown).not.toContain(TOKEN);
  expect(shown).not.toContain(BASIC);
});

async function drain(
  change: { url?: string; token?: string },
  head = repo.git('rev-parse', 'HEAD'),
  limits = { time: 60_000, size: 1e9 },
): Promise<void> {
  const target = { ...remote(), ...change };
  for await (const _ of readByGit({ ...settings, limits }, target, head, 'everything', nothingKnown));
}
