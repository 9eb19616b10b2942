/** Slices that are asked for at once take turns, as their contents lie in one ring of memory; and all have one git, as long as it lives. */
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sliceScanner } from '../../../src/infra/scan/slice-scan.js';
import { engine, KEY } from '../../domain/scanner/_samples.js';

const folder = mkdtempSync(path.join(tmpdir(), 'slice-scan-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Answers a name with a blob of a few lines, and goes away at some. */
const GIT = `#!/bin/sh
echo begin >> log
while read name; do
  [ "$name" = end ] && exit 0
  [ "$name" = fail ] && { echo 'fatal: no more' >&2; exit 3; }
  [ "$name" = odd ] && { echo 'some words'; continue; }
  echo "$name" >> log
  printf '%s blob 6\\nx = 1\\n\\n' "$name"
done
`;

test('one git answers all slices, in turn; one that ends fails its slice only', async () => {
  const git = path.join(folder, 'git');
  writeFileSync(git, GIT);
  chmodSync(git, 0o755);
  const scan = sliceScanner(engine, KEY);
  const ask = (...names: string[]) =>
    scan({
      repository: { folder, environment: { PATH: `${folder}:${process.env.PATH}` } },
      blobs: names.map((sha) => ({ sha, path: 'a' })),
    });
  const answers = await Promise.allSettled([
    ask('1', '2'),
    ask('3'),
    ask('4', 'end', '5'),
    ask('odd', '6'),
    ask('fail'),
    ask('7'),
  ]);
  const none = { failure: 'git ended before it gave this file’s content' };
  expect(answers).toEqual([
    { status: 'fulfilled', value: [6, 6] },
    { status: 'fulfilled', value: [6] },
    { status: 'fulfilled', value: [6, none, none] },
    { status: 'fulfilled', value: [{ failure: 'the repository lacks this file’s content' }, 6] },
    { status: 'rejected', reason: expect.objectContaining({ message: 'no more' }) },
    { status: 'fulfilled', value: [6] },
  ]);
  expect(readFileSync(path.join(folder, 'log'), 'utf8').split(/\s+/).join(' ')).toBe('begin 1 2 3 4 begin 6 begin 7 ');
  expect(await ask('end')).toEqual([none]);
});
