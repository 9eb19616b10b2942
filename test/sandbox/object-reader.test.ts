/** One git per repository answers every look, also for what came after it was started. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { closeReaders, readObject } from '../../src/sandbox/git/object-reader.js';
import { commitFiles, initBare } from '../../src/sandbox/git/write.js';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'seaworthy-reader-'));
});
afterEach(async () => {
  await closeReaders(root);
  await rm(root, { recursive: true, force: true });
});

const textOf = async (gitDir: string, name: string) => (await readObject(gitDir, name))?.content.toString('utf8');

async function repository(name: string): Promise<string> {
  const gitDir = path.join(root, name);
  await initBare(gitDir, 'main');
  return gitDir;
}

const commit = (gitDir: string, files: Readonly<Record<string, string>>) =>
  commitFiles(gitDir, {
    branch: 'main',
    message: 'Change',
    files,
    author: { name: 'A', email: 'a@acme.test' },
    at: new Date(0),
  });

test('a look sees what was written after the one before', async () => {
  const gitDir = await repository('one');
  await expect(readObject(gitDir, 'main')).resolves.toBeNull();
  const first = await commit(gitDir, { a: 'old' });
  await expect(textOf(gitDir, 'main:a')).resolves.toBe('old');
  await commit(gitDir, { a: 'new' });
  await expect(textOf(gitDir, 'main:a')).resolves.toBe('new');
  await expect(readObject(gitDir, first.slice(0, 8))).resolves.toMatchObject({ sha: first, type: 'commit' });
});

test('looks at the same time get their own answers, long and empty ones too', async () => {
  const gitDir = await repository('one');
  const long = 'line\n'.repeat(60_000);
  await commit(gitDir, { long, empty: '', short: 'short' });
  const names = ['main:long', 'main:none', 'main:empty', 'main:short', 'main:long'];
  const texts = await Promise.all(names.map((name) => textOf(gitDir, name)));
  expect(texts).toEqual([long, undefined, '', 'short', long]);
});

test.each([
  ['a line break', 'main\nmain'],
  ['a NUL', 'main\0'],
  ['nothing', ''],
  ['two dots', 'main..main'],
  ['an option', '--all'],
])('a name with %s stands for nothing', async (_, name) => {
  const gitDir = await repository('one');
  await commit(gitDir, { a: 'a' });
  await expect(readObject(gitDir, name)).resolves.toBeNull();
  await expect(textOf(gitDir, 'main:a')).resolves.toBe('a');
});

test('more repositories than readers', async () => {
  const folders = await Promise.all(Array.from({ length: 20 }, (_, index) => repository(`number-${index}`)));
  for (const [index, gitDir] of folders.entries()) await commit(gitDir, { a: `${index}` });
  for (const round of [1, 2]) {
    const texts = await Promise.all(folders.map((gitDir) => textOf(gitDir, 'main:a')));
    expect([round, texts]).toEqual([round, folders.map((__, index) => `${index}`)]);
  }
});

test('a folder that is no repository is an error', async () => {
  await expect(readObject(path.join(root, 'nowhere'), 'main')).rejects.toThrow('without an answer');
});

test('a process that only waits for a look and for the end of its reader does not end before', async () => {
  const gitDir = await repository('one');
  await commit(gitDir, { a: 'text' });
  const program = `
    import { closeReaders, readObject } from ${JSON.stringify(path.resolve('dist/sandbox/git/object-reader.js'))};
    const { type } = await readObject(${JSON.stringify(gitDir)}, 'main');
    await closeReaders(${JSON.stringify(root)});
    process.stdout.write(type);`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program]);
  expect(stdout).toBe('commit');
});
