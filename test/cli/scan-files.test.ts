/** `seaworthy scan` over folders: which files are looked at, what is said of them, and what could not be looked at. */
import {
  chmodSync,
  mkdirSync,
  openSync,
  closeSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { ALNUM, random } from '../../src/domain/scanner/rules/_samples.js';
import { type GitFolder, gitFolder } from '../support/git-folder.js';
import { play } from './_support/play.js';

const key = (seed: number): string => `sk_${'live'}_${random(ALNUM, 24, seed)}`;

interface Document {
  readonly findings: readonly {
    readonly path: string;
    readonly line: number;
    readonly column: number;
    readonly id: string;
    readonly preview: string;
  }[];
  readonly complete: boolean;
  readonly unseen: readonly { readonly path: string; readonly reason: string }[];
  readonly notes: readonly { readonly path: string }[];
  readonly allowed: number;
  readonly below: number;
}

async function scan(at: GitFolder, ...argv: string[]): Promise<Document & { readonly exit: number }> {
  const { exit, out } = await play(['scan', '--format', 'json', ...argv], { cwd: at.folder, env: at.env });
  return { exit, ...(JSON.parse(out) as Document) };
}

const byName = ([a]: readonly unknown[], [b]: readonly unknown[]): number => (String(a) < String(b) ? -1 : 1);

const folders: GitFolder[] = [];
const newFolder = (options?: { readonly init: boolean }): GitFolder => {
  const made = gitFolder(options);
  folders.push(made);
  return made;
};
afterAll(() => {
  for (const each of folders) each.remove();
});

test('a work tree: tracked and untracked files, and nothing that is ignored, linked to, deleted or another repository’s', async () => {
  const at = newFolder();
  at.write('.gitignore', 'ignored/\n');
  at.write('tracked.env', `a\nKEY=${key(1)}\n`);
  at.write('deleted.env', `KEY=${key(2)}\n`);
  at.write('old.txt', `KEY=${key(3)}\n`);
  at.commit();
  at.git('rm', '--quiet', '--cached', 'old.txt');
  at.git('mv', 'deleted.env', 'moved.env');
  at.write('ignored/x.env', `KEY=${key(4)}\n`);
  at.write('new "quoted"\n.env', `KEY=${key(5)}\n`);
  at.write('allowed.env', `KEY=${key(6)} # seaworthy:allow made for this test\n`);
  at.write('inner/file.env', `KEY=${key(7)}\n`);
  at.git('init', '--quiet', 'inner');
  symlinkSync('ignored/x.env', path.join(at.folder, 'link.env'));
  at.write('gone.txt', 'x');
  at.git('add', 'gone.txt');
  at.git('rm', '--quiet', '--cached', '-f', 'gone.txt');
  const { findings, exit, ...rest } = await scan(at);
  expect(findings.map((found) => [found.path, found.line, found.column]).sort(byName)).toEqual([
    ['moved.env', 1, 5],
    ['new "quoted"\n.env', 1, 5],
    ['old.txt', 1, 5],
    ['tracked.env', 2, 5],
  ]);
  expect(rest).toMatchObject({ complete: true, unseen: [], allowed: 1, notes: [{ path: 'inner/' }] });
  expect(exit).toBe(1);

  const named = await scan(at, 'ignored', 'tracked.env', './tracked.env', 'nowhere');
  expect(named.findings.map((found) => found.path)).toEqual(['ignored/x.env', 'tracked.env']);
  expect(named.unseen).toEqual([{ path: 'nowhere', reason: 'it does not exist' }]);
  expect([named.exit, named.complete]).toEqual([2, false]);
});

test('outside a repository, and without git: all files but those of .git', async () => {
  const at = newFolder({ init: false });
  at.write('.gitignore', 'ignored/\n');
  at.write('ignored/x.env', `KEY=${key(1)}\n`);
  at.write('deep/er/y.env', `KEY=${key(2)}\n`);
  const outside = await scan(at);
  expect(outside.findings.map((found) => found.path)).toEqual(['deep/er/y.env', 'ignored/x.env']);
  at.git('init', '--quiet');
  at.write('.git/config.old', `KEY=${key(3)}\n`);
  const withoutGit = await play(['scan', '--format', 'json'], { cwd: at.folder, env: { PATH: '/nowhere' } });
  const { findings, notes } = JSON.parse(withoutGit.out) as Document;
  expect(findings.map((found) => found.path)).toEqual(['deep/er/y.env', 'ignored/x.env']);
  expect(notes).toEqual([{ path: '.', text: expect.stringContaining('git is not installed') }]);
  expect(await play(['scan', '--staged'], { cwd: at.folder, env: { PATH: '/nowhere' } })).toMatchObject({
    exit: 2,
    out: '',
    err: expect.stringContaining('git is not installed'),
  });
});

test('names of bytes, lines of a megabyte, and files of many', async () => {
  const at = newFolder();
  const name = Buffer.concat([Buffer.from(`${at.folder}/caf`), Buffer.from([0xe9]), Buffer.from('.env')]);
  writeFileSync(name, `KEY=${key(1)}\n`);
  at.write('line.js', `${'a = b + c; '.repeat(100_000)}"${key(2)}"\n`);
  at.write('nul.bin', Buffer.concat([Buffer.alloc(5000), Buffer.from(key(3)), Buffer.alloc(10)]));
  const large = openSync(path.join(at.folder, 'large.log'), 'w');
  for (let part = 0; part < 12; part += 1) writeSync(large, Buffer.alloc(1024 * 1024, 'words of a log\n'));
  writeSync(large, `\n${key(4)}\n`);
  closeSync(large);
  writeFileSync(path.join(at.folder, 'sparse.bin'), '');
  truncateSync(path.join(at.folder, 'sparse.bin'), 20 * 1024 * 1024);
  const { findings, exit } = await scan(at);
  expect(findings.map((found) => [found.path, found.line]).sort(byName)).toEqual([
    ['caf\ufffd.env', 1],
    ['large.log', expect.any(Number)],
    ['line.js', 1],
    ['nul.bin', 1],
  ]);
  expect(exit).toBe(1);
  const { out } = await play(['scan'], { cwd: at.folder, env: at.env });
  for (const seed of [1, 2, 3, 4]) expect(out).not.toContain(key(seed).slice(6));
  expect(out).toContain('line.js:1:1100002  Stripe live secret or restricted key  sk_l••••');
  expect(out).toContain('seaworthy:allow <reason>');
  expect(out).toContain('4 findings · 5 files');
});

test('what cannot be read is said, and the rest is looked at', async () => {
  const at = newFolder({ init: false });
  at.write('fine.env', `KEY=${key(1)}\n`);
  mkdirSync(path.join(at.folder, 'locked'));
  chmodSync(path.join(at.folder, 'locked'), 0);
  const isRoot = process.getuid?.() === 0;
  const { findings, exit, unseen } = await scan(at);
  expect(findings).toHaveLength(1);
  // Root may read it all.
  expect([exit, unseen.length]).toEqual(isRoot ? [1, 0] : [2, 1]);
  chmodSync(path.join(at.folder, 'locked'), 0o755);
});

test('the name of a place outlives a change of lines, and says nothing of the value', async () => {
  const at = newFolder({ init: false });
  at.write('a.env', `KEY=${key(1)}\nKEY=${key(2)}\n`);
  const before = await scan(at);
  at.write('a.env', `\n\nKEY=${key(3)}\n\nKEY=${key(4)}\n`);
  const after = await scan(at);
  expect(after.findings.map(({ id }) => id)).toEqual(before.findings.map(({ id }) => id));
  expect(new Set(after.findings.map(({ id }) => id)).size).toBe(2);
});

test.each([
  ['two kinds of scan at once', ['--staged', '--history'], 'do not go together'],
  ['a path without stdin', ['--path', 'x'], '--path goes with --stdin'],
  ['an unknown format', ['--format', 'xml'], 'expects pretty, json or sarif'],
  ['an unknown confidence', ['--confidence', 'some'], 'expects low, medium or high'],
  ['paths for stdin', ['--stdin', 'x'], 'no paths'],
  ['a format for jsonl', ['--jsonl', '--format', 'json'], 'format of its own'],
])('%s is refused', async (_, argv, message) => {
  expect(await play(['scan', ...argv])).toMatchObject({ exit: 2, out: '', err: expect.stringContaining(message) });
});

test.each(['json', 'sarif', 'pretty'])('a value in the name of a file is not printed as %s', async (format) => {
  const at = newFolder({ init: false });
  at.write(`keys/${key(1)}.env`, `KEY=${key(2)}\n`);
  const { out, exit } = await play(['scan', '--format', format], { cwd: at.folder, env: at.env });
  expect(exit).toBe(1);
  expect(format === 'sarif' ? decodeURIComponent(out) : out).toContain('keys/[secret removed].env');
  expect(out).not.toContain(key(1));
});
