/** `seaworthy lint` and `seaworthy render`, on files of their own. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import lint from '../../src/cli/lint.js';
import render from '../../src/cli/render.js';
import type { Io } from '../../src/cli/_contract.js';
import { UserError } from '../../src/core/user-error.js';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'seaworthy-lint-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function play(cwd: string) {
  const out: string[] = [];
  const io: Io = {
    stdin: process.stdin,
    stdout: { write: (text) => out.push(text) },
    stderr: { write: () => true },
    env: {},
    cwd,
    packageFolder: process.cwd(),
    isTTY: false,
    signal: new AbortController().signal,
  };
  return { io, out };
}

async function files(texts: Readonly<Record<string, string>>): Promise<void> {
  for (const [file, text] of Object.entries(texts)) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), text);
  }
}

test('our own checklists are good', async () => {
  const { io, out } = play(process.cwd());
  expect(await lint.run({ paths: [] }, io)).toBe(0);
  expect(out).toEqual([]);
});

test('problems are printed with file and line, and exit 1', async () => {
  await files({
    '.github/seaworthy.yml': 'version: 1\ndefualt: []\n',
    'checklists/own.yml': 'name: other\ntitle: Own\nsummary: Ours.\nsections: []\n',
  });
  const { io, out } = play(folder);
  expect(await lint.run({}, io)).toBe(1);
  expect(out.join('')).toContain('.github/seaworthy.yml:2: defualt: Unknown key "defualt"\n');
  expect(out.join('')).toContain('checklists/own.yml:4: sections: Expected at least one section\n');
});

test('a folder stands for its .yml files, a file is what its name says', async () => {
  await files({ 'a/one.yml': '[]\n', 'a/two.txt': 'no\n', 'seaworthy.yml': 'default: [nothing]\n' });
  const { io, out } = play(folder);
  expect(await lint.run({ paths: ['a', 'seaworthy.yml'] }, io)).toBe(1);
  expect(out).toEqual([
    expect.stringMatching(/^a\/one\.yml:1: /),
    expect.stringMatching(/^seaworthy\.yml:1: default\[0\]: There is no checklist "nothing"/),
  ]);
});

test.each([
  ['nothing to check', []],
  ['a path that is not there', ['missing.yml']],
])('%s is an error that says so', async (_, paths) => {
  await expect(lint.run({ paths }, play(folder).io)).rejects.toThrow(UserError);
});

test('a preview holds every item of its checklists', async () => {
  const { io, out } = play(folder);
  expect(await render.run({ checklists: ['repository', 'web-service'] }, io)).toBe(0);
  expect(out.join('')).toContain('<!-- seaworthy:section=web-service/');
  expect(out.join('')).toContain('- [ ] **');
});

test.each(['wob-service', 'Web Service', 'repository@9'])(
  'a preview of %s is an error that names what there is',
  async (name) => {
    await expect(render.run({ checklists: [name] }, play(folder).io)).rejects.toThrow(UserError);
  },
);
