/** A whole history blob first, from a real repository: each blob once, whatever removed or moved it since. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BlobAt } from '../../../../src/infra/github/changes/change.js';
import { type HistoryPart, readHistory } from '../../../../src/infra/github/changes/history.js';
import { createRepository, type GitServer, serveGit, type TestRepository } from '../../../support/git-server.js';

let repo: TestRepository;
let server: GitServer;
let folder: string;
const commits: Record<string, string> = {};

const put = (file: string, text: string) => {
  mkdirSync(path.dirname(path.join(repo.work, file)), { recursive: true });
  writeFileSync(path.join(repo.work, file), text);
};

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'seaworthy-copies-'));
  repo = createRepository();
  put('kept.txt', 'kept\n');
  put('gone.txt', 'gone\n');
  commits.first = repo.commit('first');
  repo.git('rm', '--quiet', 'gone.txt');
  put('kept.txt', 'kept\nand more\n');
  commits.second = repo.commit('second');
  repo.git('switch', '--quiet', '--create', 'side');
  put('side.txt', 'side\n');
  put('copy-of-kept.txt', 'kept\nand more\n');
  commits.side = repo.commit('side');
  repo.git('switch', '--quiet', 'main');
  put('main.txt', 'main\n');
  commits.third = repo.commit('third');
  repo.git('merge', '--quiet', '--no-commit', 'side');
  put('evil.txt', 'only in the merge\n');
  commits.merge = repo.commit('merge');
  repo.git('switch', '--quiet', '--orphan', 'alone');
  put('alone.txt', 'alone\n');
  repo.commit('alone');
  repo.git('tag', '--annotate', '--message', 'kept by its tag', 'v1');
  repo.git('switch', '--quiet', 'main');
  repo.push('main', 'side', 'v1');
  server = await serveGit(repo.root);
});

afterAll(async () => {
  await server.close();
  repo.remove();
  rmSync(folder, { recursive: true });
});

afterEach(() => {
  expect(readdirSync(folder)).toEqual([]);
});

async function read(isKnown: (blob: BlobAt) => boolean = () => false, size = 1e9): Promise<HistoryPart[]> {
  const settings = { folder, environment: { PATH: process.env.PATH }, limits: { time: 60_000, size } };
  const parts: HistoryPart[] = [];
  const remote = { url: `${server.url}/repo.git` };
  for await (const part of readHistory(settings, remote, async () => isKnown)) parts.push(part);
  return parts;
}

const blobsOf = (parts: readonly HistoryPart[]) =>
  parts.flatMap((part) => {
    if (part.kind !== 'blob' || part.content.kind !== 'bytes') return [];
    return [[part.path, Buffer.from(part.content.bytes).toString(), part.commit]];
  });

test('every blob of every branch and tag is told once, with the commit that brought it', async () => {
  const parts = await read();
  const blobs = blobsOf(parts);
  expect(blobs).toHaveLength(8);
  expect(blobs).toEqual(
    expect.arrayContaining([
      ['gone.txt', 'gone\n', commits.first],
      ['kept.txt', 'kept\n', commits.first],
      ['kept.txt', 'kept\nand more\n', commits.second],
      ['side.txt', 'side\n', commits.side],
      ['copy-of-kept.txt', 'kept\nand more\n', commits.side],
      ['main.txt', 'main\n', commits.third],
      ['evil.txt', 'only in the merge\n', commits.merge],
    ]),
  );
  expect(parts.at(-1)).toMatchObject({ kind: 'commits', done: 6, total: 6 });
});

test('what is known is passed over, and not fetched', async () => {
  const before = server.requests.length;
  expect(blobsOf(await read(({ path: name }) => name !== 'gone.txt')).map(([name]) => name)).toEqual(['gone.txt']);
  const first = server.requests.length - before;
  expect(blobsOf(await read(() => true))).toEqual([]);
  expect(server.requests.length - before - first).toBeLessThan(first);
});

test('a copy that has grown large is given up after what was fetched into it', async () => {
  const parts = await read(() => false, 5000);
  expect(blobsOf(parts)).not.toHaveLength(0);
  expect(parts.at(-1)).toEqual({ kind: 'full' });
});

test('an empty repository has no history', async () => {
  const empty = createRepository();
  const other = await serveGit(empty.root);
  const settings = { folder, environment: { PATH: process.env.PATH } };
  const parts: HistoryPart[] = [];
  for await (const part of readHistory(settings, { url: `${other.url}/repo.git` }, async () => () => false)) {
    parts.push(part);
  }
  expect(parts).toEqual([]);
  await other.close();
  empty.remove();
});
