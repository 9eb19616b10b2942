/** What real git prints: every added line stands, in its commit's file, at the line that the reader says. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { diffReader, parseDiff } from '../../../src/domain/scanner/diff-reader.js';

const folder = mkdtempSync(path.join(tmpdir(), 'seaworthy-diff-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function git(...args: string[]): string {
  const settings = [
    '-c',
    'user.name=A',
    '-c',
    'user.email=a@acme.test',
    '-c',
    'init.defaultBranch=main',
    '-c',
    'commit.gpgsign=false',
  ];
  const env = { PATH: process.env.PATH, HOME: folder, GIT_CONFIG_NOSYSTEM: '1' };
  return execFileSync('git', [...settings, ...args], {
    cwd: folder,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function write(name: string, ...lines: string[]): void {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), lines.join('\n'));
}

function commit(message: string): void {
  git('add', '--all');
  git('commit', '--quiet', '--message', message);
}

const many = (word: string): string[] => Array.from({ length: 40 }, (_, index) => `${word} ${index}`);

beforeAll(() => {
  git('init', '--quiet');
  write('plain.txt', ...many('plain'), '');
  write('b/with blank.txt', 'one', 'two');
  write('é\t"quoted".txt', '++ b/evil', '-- a/evil', '@@ -1 +1 @@', '');
  commit('first\n\ndiff --git a/x b/x\n+++ b/x\n@@ -0,0 +1 @@\n+not a line of any file');
  git('checkout', '--quiet', '-b', 'side');
  write('plain.txt', 'side first', ...many('plain').slice(0, 30), 'side last', '');
  git('mv', 'b/with blank.txt', 'renamed.txt');
  commit('side');
  git('checkout', '--quiet', 'main');
  write('plain.txt', ...many('plain').slice(0, 10), 'main here', ...many('plain').slice(10), 'main end');
  write('image.bin', '\0\x01\x02');
  commit('main');
  git('merge', '--quiet', '--no-commit', '--strategy-option', 'ours', 'side');
  write(
    'plain.txt',
    'side first',
    ...many('plain').slice(0, 10),
    'merged',
    ...many('plain').slice(12),
    'main end',
    'only in the merge',
    '',
  );
  commit('merge');
});

test.each([
  ['every commit', ['log', '-p', '--root', '-m']],
  ['merges with -c', ['log', '-p', '--root', '-c']],
  ['merges with --cc', ['log', '-p', '--root', '--cc']],
  ['no prefixes', ['log', '-p', '--root', '--no-prefix', '--cc']],
  ['no context', ['log', '-p', '--root', '-U0', '--cc']],
  ['the newest alone', ['show', '--cc']],
])('%s', (_, args) => {
  const reader = diffReader();
  const added = [...parseDiff([git(...args)], reader)];
  const wrong = added.filter(({ path: name, line, text, commit: sha }) => {
    return git('show', `${sha?.slice(0, 40)}:${name}`).split('\n')[line - 1] !== text;
  });
  expect(wrong).toEqual([]);
  expect(added.map(({ text }) => text)).toContain('only in the merge');
  expect(reader.unread.every(({ path: name, reason }) => name === 'image.bin' && reason === 'binary')).toBe(true);
});
