/** The same files over the API and in a working copy: what is listed, which texts are read, and at what cost. */
import { NotFound, Unexpected } from '../../src/infra/github/errors.js';
import { Conflict } from '../../src/infra/github/errors.js';
import type { Reader } from '../../src/infra/github/reader.js';
import { localGit } from '../../src/infra/scan/local-git.js';
import { Hidden } from '../../src/verifiers/_source.js';
import { treeOverApi } from '../../src/verifiers/_trees/over-api.js';
import { treeOfWorkingCopy } from '../../src/verifiers/_trees/working-copy.js';
import { gitFolder } from '../support/git-folder.js';

const CALL = { method: 'POST', route: '/graphql' };
const head = {
  repository: { id: 7, owner: 'harbour', name: 'quay' },
  branch: 'main',
  url: 'https://github.com/harbour/quay/tree/main',
};
const file = (path: string, more: object = {}) => ({
  path,
  mode: '100644',
  type: 'blob',
  sha: `sha-of-${path}`,
  size: 10,
  ...more,
});

interface Given {
  readonly files: readonly object[];
  readonly truncated?: boolean;
  /** By blob; null for what GraphQL calls binary. */
  readonly texts?: Readonly<Record<string, string | null>>;
  readonly noGraphql?: Error;
}

function api({ files, truncated = false, texts = {}, noGraphql }: Given) {
  const requests: string[] = [];
  const reader: Reader = {
    async get(route, parameters) {
      requests.push(route);
      const value = route.includes('/trees/')
        ? { sha: 'x', tree: files, truncated }
        : { content: Buffer.from(texts[String(parameters.file_sha)] ?? '\0').toString('base64'), encoding: 'base64' };
      return { value, isUnchanged: false };
    },
    list: async () => ({ values: [], isWhole: true }),
    async graphql(_, variables) {
      requests.push('graphql');
      if (noGraphql !== undefined) throw noGraphql;
      const blobs = Object.entries(variables).filter(([name]) => /^b\d+$/.test(name));
      const repository = blobs.map(([name, oid]) => {
        const text = texts[String(oid)] ?? null;
        return [name, { text, isBinary: text === null, isTruncated: text === 'cut' }];
      });
      return { repository: Object.fromEntries(repository) };
    },
  };
  return { tree: treeOverApi(reader, head), requests };
}

test('every file is listed with what it is; folders are not', async () => {
  const { tree, requests } = api({
    truncated: true,
    files: [
      file('a.txt'),
      file('run.sh', { mode: '100755' }),
      file('link', { mode: '120000' }),
      { path: 'lib', mode: '160000', type: 'commit', sha: 'c' },
      { path: 'src', mode: '040000', type: 'tree', sha: 't' },
    ],
  });
  const { entries, isWhole } = await tree.list();
  await tree.list();
  expect(entries.map(({ path, kind, size }) => [path, kind, size])).toEqual([
    ['a.txt', 'file', 10],
    ['run.sh', 'executable', 10],
    ['link', 'symlink', 10],
    ['lib', 'submodule', 0],
  ]);
  expect([isWhole, requests.length, tree.where]).toEqual([false, 1, head.url]);
});

test('a repository without commits has no files to look at', async () => {
  const { tree } = api({ files: [] });
  expect((await tree.list()).entries).toEqual([]);
  const get = async () => {
    throw new Conflict('empty', { method: 'GET', route: '/x' });
  };
  const empty = treeOverApi({ ...({} as Reader), get }, head);
  await expect(empty.list()).rejects.toThrow(Hidden);
});

test('texts that several ask for at the same time cost one query; binary, large and linked files are left out', async () => {
  const { tree, requests } = api({
    files: [
      file('a.txt'),
      file('b.txt'),
      file('picture.png'),
      file('huge.txt', { size: 2_000_000 }),
      file('link', { mode: '120000' }),
    ],
    texts: { 'sha-of-a.txt': 'A', 'sha-of-b.txt': 'B', 'sha-of-picture.png': null },
  });
  const [one, two] = await Promise.all([
    tree.texts(['a.txt', 'picture.png', 'huge.txt', 'link', 'missing.txt']),
    tree.texts(['a.txt', 'b.txt']),
  ]);
  expect([Object.fromEntries(one), Object.fromEntries(two)]).toEqual([
    { 'a.txt': 'A' },
    { 'a.txt': 'A', 'b.txt': 'B' },
  ]);
  expect((await tree.texts(['b.txt'])).get('b.txt')).toBe('B');
  expect(requests).toEqual(['/repos/{owner}/{repo}/git/trees/{tree_sha}', 'graphql']);
});

test('of more than 50 files there is more than one query', async () => {
  const names = Array.from({ length: 120 }, (_, at) => `f${at}`);
  const texts = Object.fromEntries(names.map((name) => [`sha-of-${name}`, name]));
  const { tree, requests } = api({ files: names.map((name) => file(name)), texts });
  expect((await tree.texts(names)).size).toBe(120);
  expect(requests.filter((one) => one === 'graphql')).toHaveLength(3);
});

test.each<[string, Error]>([
  ['has no GraphQL', new NotFound('not found', CALL)],
  ['does not understand the query', new Unexpected('the GraphQL query failed', CALL)],
])('a server that %s is asked for each file', async (_, noGraphql) => {
  const files = [file('a.txt'), file('picture.png')];
  const { tree } = api({ files, texts: { 'sha-of-a.txt': 'A' }, noGraphql });
  expect(Object.fromEntries(await tree.texts(['a.txt', 'picture.png']))).toEqual({ 'a.txt': 'A' });
});

test('what GraphQL cuts off is read whole', async () => {
  const { tree, requests } = api({ files: [file('a.txt')], texts: { 'sha-of-a.txt': 'cut' } });
  expect((await tree.texts(['a.txt'])).get('a.txt')).toBe('cut');
  expect(requests.at(-1)).toBe('/repos/{owner}/{repo}/git/blobs/{file_sha}');
});

test('a working copy: tracked files as they are on the disk now', async () => {
  const copy = gitFolder();
  try {
    copy.write('kept.txt', 'before');
    copy.write('gone.txt', 'gone');
    copy.write('picture.png', Buffer.from([1, 0, 2]));
    copy.write('docs/with "quotes".md', 'quoted');
    copy.commit();
    copy.write('kept.txt', 'after');
    copy.write('untracked.txt', 'mine');
    copy.git('rm', '--quiet', '--cached', 'gone.txt');
    const tree = treeOfWorkingCopy(copy.folder, localGit(copy.folder, copy.env, new AbortController().signal));
    const { entries, isWhole } = await tree.list();
    const names = ['docs/with "quotes".md', 'kept.txt', 'picture.png'];
    expect([entries.map(({ path }) => path).toSorted(), isWhole, tree.where]).toEqual([names, true, copy.folder]);
    expect(entries.find(({ path }) => path === 'kept.txt')).toMatchObject({ kind: 'file', size: 5 });
    expect(Object.fromEntries(await tree.texts([...names, 'untracked.txt']))).toEqual({
      'docs/with "quotes".md': 'quoted',
      'kept.txt': 'after',
    });
  } finally {
    copy.remove();
  }
});
