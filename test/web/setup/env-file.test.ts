/** Changing `.env` files as people write them, without losing a line. */
import {
  chmodSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseEnv } from 'node:util';
import fc from 'fast-check';
import { mergeEnv, namesSet, writeEnvFile } from '../../../src/web/setup/env-file.js';

const HEAD = '# The GitHub App, written by `seaworthy setup`\n';

test.each([
  ['an empty file', '', { A: '1' }, `${HEAD}A=1\n`],
  ['a new variable goes to the end', 'X=1\n', { A: '1' }, `X=1\n\n${HEAD}A=1\n`],
  ['a file without a last line break', 'X=1', { A: '1' }, `X=1\n\n${HEAD}A=1\n`],
  ['a variable is replaced where it stands', '# top\nA=old\nX=1\n', { A: 'new' }, '# top\nA=new\nX=1\n'],
  ['a value over several lines', 'A="-----BEGIN\nabc\n-----END"\nX=1\n', { A: 'new' }, 'A=new\nX=1\n'],
  ['single quotes with an assignment inside', "X='\nA=inner\n'\nA=old\n", { A: 'new' }, "X='\nA=inner\n'\nA=new\n"],
  ['export, spaces and a comment behind', 'export A = "old" # why\nX=1\n', { A: 'new' }, 'A=new\nX=1\n'],
  ['twice the same variable', 'A=1\nA=2\n', { A: '3' }, 'A=3\n'],
  ['a variable goes away', 'A=1\nX=1\n', { A: null }, 'X=1\n'],
  ['a commented variable is not one', '#A=1\n', { A: '2' }, `#A=1\n\n${HEAD}A=2\n`],
  ['Windows line ends stay', 'X=1\r\nA=1\r\nY=2\r\n', { A: '2' }, 'X=1\r\nA=2\nY=2\r\n'],
])('%s', (_, before, change, after) => {
  expect(mergeEnv(before, change)).toBe(after);
});

test('a value that would need quotes is a mistake of ours', () => {
  expect(() => mergeEnv('', { A: 'two words' })).toThrow(TypeError);
});

test('any file keeps all its other values, or is refused before it is touched', () => {
  const line = fc.constantFrom(
    'A=1',
    'B="x',
    'y"',
    "C='q'",
    '# c',
    '',
    'A=`t`',
    'export D=4',
    '=',
    'E="a\nb"',
    "'",
    'B = 2 # "',
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      const before = lines.join('\n');
      let after: string;
      try {
        after = mergeEnv(before, { A: 'new' });
      } catch (error) {
        return expect(String(error)).toContain('cannot be changed safely');
      }
      return expect(parseEnv(after)).toEqual({ ...parseEnv(before), A: 'new' });
    }),
  );
});

test('only what is set to something counts as set', () => {
  expect(namesSet('A=1\nB=\n#C=3\n', ['A', 'B', 'C'])).toEqual(['A']);
});

describe('on disk', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'seaworthy-env-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('a file that all could read becomes private, and nothing is left beside it', async () => {
    const file = path.join(folder, '.env');
    writeFileSync(file, 'X=1\n');
    chmodSync(file, 0o644);
    await writeEnvFile(file, 'A=1\n');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file, 'utf8')).toBe('A=1\n');
    expect(readdirSync(folder)).toEqual(['.env']);
  });

  test('a symbolic link stays one', async () => {
    const target = path.join(folder, 'shared');
    const file = path.join(folder, '.env');
    writeFileSync(target, '');
    symlinkSync(target, file);
    await writeEnvFile(file, 'A=1\n');
    expect(lstatSync(file).isSymbolicLink()).toBe(true);
    expect(readFileSync(target, 'utf8')).toBe('A=1\n');
  });

  test('a failed write leaves nothing behind', async () => {
    const file = path.join(folder, 'taken');
    await writeEnvFile(path.join(folder, '.env'), 'A=1\n');
    symlinkSync(folder, file);
    await expect(writeEnvFile(file, 'A=2\n')).rejects.toThrow();
    expect(readdirSync(folder).sort()).toEqual(['.env', 'taken']);
  });
});
