/** A push from payload to files, over plain objects for the API and a real repository for git. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Change, Tally } from '../../../../src/infra/github/changes/change.js';
import type { Push } from '../../../../src/infra/github/changes/choose.js';
import { type ChangeSources, readBetween, readCommit, readPush } from '../../../../src/infra/github/changes/read.js';
import { NotFound, TooLarge, Transient } from '../../../../src/infra/github/errors.js';
import type { Commit, CommitFile, Commits } from '../../../../src/infra/github/gateway.js';
import { createRepository, type GitServer, serveGit, type TestRepository } from '../../../support/git-server.js';

const repo = { id: 9, owner: 'octo', name: 'harbor' };
const call = { method: 'GET', route: '/x' };
let origin: TestRepository;
let server: GitServer;
let folder: string;
let shas: string[];

beforeAll(async () => {
  origin = createRepository();
  shas = Array.from({ length: 30 }, (_, index) => {
    writeFileSync(path.join(origin.work, 'log.txt'), `line ${index}\n`, { flag: 'a' });
    return origin.commit(`commit ${index}`);
  });
  origin.push('HEAD:refs/heads/main');
  server = await serveGit(origin.root);
  folder = mkdtempSync(path.join(tmpdir(), 'seaworthy-copies-'));
});

afterAll(async () => {
  await server.close();
  origin.remove();
  rmSync(folder, { recursive: true, force: true });
});

interface World {
  readonly files?: Readonly<Record<string, readonly CommitFile[]>>;
  readonly range?: readonly string[] | Error;
  readonly history?: readonly string[];
  readonly blob?: Uint8Array | Error;
  readonly isLarge?: boolean;
}

const commit = (sha: string): Commit => ({ sha, parents: [], message: '', author: null, committedAt: new Date(0) });

function sources({ files = {}, range = [], history = [], blob = new Uint8Array(), isLarge = false }: World) {
  const requests: string[] = [];
  const commits: Commits = {
    get: async (_repo, sha) => {
      requests.push(`commit ${sha}`);
      return { ...commit(sha), files: files[sha] ?? [], hasAllFiles: !isLarge };
    },
    async *between(_repo, base, head) {
      requests.push(`between ${base} ${head}`);
      if (range instanceof Error) throw range;
      yield* range.map(commit);
    },
    async *reachable() {
      requests.push('reachable');
      yield* history.map(commit);
    },
    blob: async (_repo, sha) => {
      requests.push(`blob ${sha}`);
      if (blob instanceof Error) throw blob;
      return blob;
    },
    compare: async () => {
      throw new Error('nobody asks');
    },
  };
  const all: ChangeSources = {
    commits,
    git: { folder, environment: { PATH: process.env.PATH } },
    remember: async () => () => false,
    remote: async () => {
      requests.push('remote');
      return { url: `${server.url}/repo.git` };
    },
  };
  return { all, requests };
}

const push = (change: Partial<Push>): Push => ({
  ref: 'refs/heads/feature',
  before: 'a',
  after: 'c1',
  created: false,
  forced: false,
  deleted: false,
  defaultBranch: 'main',
  commits: ['c1'],
  ...change,
});

async function collect(changes: AsyncIterable<Change>) {
  const all: Change[] = [];
  const tally = new Tally();
  for await (const change of changes) {
    all.push(change);
    tally.add(change);
  }
  return { all, seen: all.flatMap((change) => (change.kind === 'commit' ? [change.sha] : [])), result: tally.result() };
}

const file = (change: Partial<CommitFile>): CommitFile => ({
  path: 'a.txt',
  status: 'modified',
  blobSha: 'b1',
  additions: 1,
  ...change,
});

test('a push of one commit costs one request', async () => {
  const { all, requests } = sources({ files: { c1: [file({ patch: '@@ -0,0 +1 @@\n+x' })] } });
  const { all: changes, result } = await collect(readPush(all, repo, push({})));
  expect(requests).toEqual(['commit c1']);
  expect(changes).toEqual([
    { kind: 'file', commit: 'c1', path: 'a.txt', blobSha: 'b1', content: { kind: 'patch', text: '@@ -0,0 +1 @@\n+x' } },
    { kind: 'commit', sha: 'c1', files: 1 },
  ]);
  expect(result).toEqual({ commits: 1, files: 1, unseen: [], complete: true });
});

test('a deleted branch costs nothing', async () => {
  const { all, requests } = sources({});
  const { result } = await collect(readPush(all, repo, push({ deleted: true, after: '0'.repeat(40) })));
  expect(requests).toEqual([]);
  expect(result).toEqual({ commits: 0, files: 0, unseen: [], complete: true });
});

test.each<[string, World, Partial<CommitFile>, object]>([
  ['binary file', { blob: Buffer.from([0]) }, { additions: 0 }, { kind: 'bytes', bytes: Buffer.from([0]) }],
  ['removed file', {}, { status: 'removed' }, { kind: 'nothing', reason: 'removed' }],
  ['file over 100 MB', { blob: new TooLarge('large', call) }, {}, { kind: 'unseen', reason: 'larger than 100 MiB' }],
  [
    'blob that is not given',
    { blob: new NotFound('no', call) },
    {},
    { kind: 'unseen', reason: 'GitHub does not give its blob' },
  ],
  ['file without a blob', {}, { blobSha: null }, { kind: 'unseen', reason: 'GitHub names no blob for it' }],
])('%s through the API', async (_name, world, change, content) => {
  const { all } = sources({ ...world, files: { c1: [file(change)] } });
  const { all: changes, result } = await collect(readPush(all, repo, push({})));
  expect(changes[0]).toMatchObject({ content });
  expect(result.complete).toBe(!('kind' in content && content.kind === 'unseen'));
});

test('a blob that fails otherwise fails the reading', async () => {
  const { all } = sources({ files: { c1: [file({})] }, blob: new Transient('502', call, {}, false) });
  await expect(collect(readPush(all, repo, push({})))).rejects.toBeInstanceOf(Transient);
});

test.each<[string, World, Partial<Push>, string[], string[]]>([
  [
    'new branch',
    { range: ['c1', 'c2'] },
    { created: true, before: '0'.repeat(40), after: 'c2', commits: ['c2'] },
    ['c1', 'c2'],
    ['between main c2'],
  ],
  ['commits that the default branch has got meanwhile', { range: [] }, { forced: true }, ['c1'], ['between main c1']],
  [
    'orphan branch',
    { range: new NotFound('no', call), history: ['c1', 'c0'] },
    { created: true },
    ['c0', 'c1'],
    ['between main c1', 'reachable'],
  ],
  ['first push', { history: ['c1', 'c0'] }, { ref: 'refs/heads/main', created: true }, ['c0', 'c1'], ['reachable']],
  [
    'vanished before on the default branch',
    { range: new NotFound('no', call), history: ['c1'] },
    { ref: 'refs/heads/main', forced: true },
    ['c1'],
    ['between a c1', 'reachable'],
  ],
])('%s', async (_name, world, change, seen, requests) => {
  const source = sources(world);
  expect((await collect(readPush(source.all, repo, push(change)))).seen).toEqual(seen);
  expect(source.requests.slice(0, requests.length)).toEqual(requests);
});

test('many commits are read by git, each with its added line', async () => {
  const source = sources({});
  const head = shas.at(-1) ?? '';
  const { all, seen } = await collect(readPush(source.all, repo, push({ commits: shas.slice(5), after: head })));
  expect(source.requests).toEqual(['remote']);
  expect(seen).toEqual(shas.slice(5));
  const added = all.flatMap((change) =>
    change.kind === 'file' && change.content.kind === 'patch' ? (change.content.text.match(/^\+.*$/gm) ?? []) : [],
  );
  expect(added).toEqual(shas.slice(5).map((_, index) => `+line ${index + 5}`));
});

test('a commit too large for the API is read by git, wherever it lies in the push', async () => {
  const source = sources({ isLarge: true });
  const range = shas.slice(10, 15);
  const { seen, result } = await collect(
    readPush(source.all, repo, push({ commits: range, after: range.at(-1) ?? '' })),
  );
  expect(seen).toEqual(range);
  expect(result).toMatchObject({ commits: 5, files: 5, complete: true });
});

test('a long unknown history is read whole by git', async () => {
  const source = sources({ history: shas.toReversed() });
  const head = shas.at(-1) ?? '';
  const first = push({ ref: 'refs/heads/main', created: true, after: head, commits: [head] });
  expect((await collect(readPush(source.all, repo, first))).seen).toEqual(shas);
});

test.each([
  ['by one request', false, ['commit c1']],
  ['by git where it is too large for the API', true, ['commit', 'remote']],
])('a commit alone is read %s', async (_, isLarge, requests) => {
  const sha = isLarge ? (shas[7] ?? '') : 'c1';
  const source = sources({ isLarge });
  const { parents, changes } = await readCommit(source.all, repo, sha);
  expect([parents, (await collect(changes)).seen]).toEqual([[], [sha]]);
  expect(source.requests.map((request) => (isLarge ? request.split(' ', 1)[0] : request))).toEqual(requests);
});

test('a pull request is what its head has and its base has not', async () => {
  const source = sources({ range: ['c1'] });
  expect((await collect(readBetween(source.all, repo, 'base', 'c1'))).seen).toEqual(['c1']);
  expect(source.requests).toEqual(['between base c1', 'commit c1']);
});
