/** Slices that are asked for at once take turns: their contents lie in one ring of memory, and would be written over. */
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sliceScanner } from '../../../src/infra/scan/slice-scan.js';
import { engine, KEY } from '../../domain/scanner/_samples.js';

const folder = mkdtempSync(path.join(tmpdir(), 'slice-scan-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('no git begins before the one of the slice before has ended, and one that fails keeps nobody', async () => {
  const git = path.join(folder, 'git');
  writeFileSync(git, '#!/bin/sh\necho begin >> log\nsleep 0.1\necho end >> log\nexit "$CODE"\n');
  chmodSync(git, 0o755);
  const scan = sliceScanner(engine, KEY);
  const ask = (CODE: string) =>
    scan({
      repository: { folder, environment: { PATH: `${folder}:${process.env.PATH}`, CODE } },
      blobs: [{ sha: '1', path: 'a' }],
    });
  const answers = await Promise.allSettled([ask('1'), ask('0'), ask('0')]);
  const none = [{ failure: 'git ended before it gave this file’s content' }];
  expect(answers).toEqual([
    { status: 'rejected', reason: expect.anything() },
    { status: 'fulfilled', value: none },
    { status: 'fulfilled', value: none },
  ]);
  expect(readFileSync(path.join(folder, 'log'), 'utf8')).toBe('begin\nend\n'.repeat(3));
});
