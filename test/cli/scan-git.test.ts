/** `seaworthy scan --staged` and `--history`, and the hook, on real repositories. */
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { once } from 'node:events';
import path from 'node:path';
import { ALNUM, random } from '../../src/domain/scanner/rules/_samples.js';
import { type GitFolder, gitFolder } from '../support/git-folder.js';
import { play } from './_support/play.js';

const key = (seed: number): string => `sk_${'live'}_${random(ALNUM, 24, seed)}`;

interface Found {
  readonly path: string;
  readonly line: number;
  readonly commit?: string;
  readonly versions?: number;
}

const folders: GitFolder[] = [];
const newFolder = (): GitFolder => {
  const made = gitFolder();
  folders.push(made);
  return made;
};
afterAll(() => {
  for (const each of folders) each.remove();
});

async function scan(at: GitFolder, ...argv: string[]) {
  const { exit, out, err } = await play(['scan', '--format', 'json', ...argv], { cwd: at.folder, env: at.env });
  const { findings, unseen, allowed } = JSON.parse(out || '{}') as {
    findings: Found[];
    unseen: { path: string; reason: string }[];
    allowed: number;
  };
  return { exit, err, unseen, allowed, findings };
}

test('--staged tells what the index adds, whatever the work tree holds', async () => {
  const at = newFolder();
  at.write('first.env', `KEY=${key(1)}\n`);
  at.git('add', 'first.env');
  expect((await scan(at, '--staged')).findings).toMatchObject([{ path: 'first.env', line: 1 }]);
  at.write('old.env', `OLD=${key(2)}\none\ntwo\n`);
  at.write('renamed.env', `OLD=${key(3)}\n${'line\n'.repeat(20)}`);
  at.write('removed.env', `OLD=${key(4)}\n`);
  at.commit();
  expect(await scan(at, '--staged')).toMatchObject({ exit: 0, findings: [] });

  at.write('old.env', `OLD=${key(2)}\none\nNEW=${key(5)}\ntwo\n`);
  at.git('mv', 'renamed.env', 'a\n"name".env');
  at.git('rm', '--quiet', 'removed.env');
  at.write('binary.bin', Buffer.concat([Buffer.alloc(100), Buffer.from(key(6))]));
  at.write('mode.sh', 'x\n');
  at.git('add', '--all');
  at.git('update-index', '--chmod=+x', 'first.env');
  at.write('old.env', 'cleaned in the work tree only\n');
  at.write('unstaged.env', `KEY=${key(7)}\n`);
  const { findings, exit } = await scan(at, '--staged');
  expect(findings.map(({ path: name, line }) => [name, line])).toEqual([
    ['binary.bin', 1],
    ['old.env', 3],
  ]);
  expect(exit).toBe(1);
  expect((await scan(at, '--staged', 'old.env')).findings).toHaveLength(1);
});

test('--staged counts lines alike under whatever settings of git somebody has', async () => {
  const at = newFolder();
  at.write('a.env', `OLD=${key(1)}\n${'line\n'.repeat(5)}last\n`);
  at.commit();
  at.write('a.env', `OLD=${key(1)}\n${'line\n'.repeat(5)}NEW=${key(2)}\n`);
  at.git('add', 'a.env');
  const env = { ...at.env, GIT_DIFF_OPTS: '--unified=9' };
  expect(await scan({ ...at, env }, '--staged')).toMatchObject({ exit: 1, findings: [{ line: 7 }] });
});

test('--staged says that conflicts have no staged content', async () => {
  const at = newFolder();
  at.write('a.txt', 'base\n');
  at.commit();
  at.git('checkout', '--quiet', '-b', 'side');
  at.write('a.txt', 'side\n');
  at.commit();
  at.git('checkout', '--quiet', 'main');
  at.write('a.txt', 'main\n');
  at.commit();
  expect(() => at.git('merge', 'side')).toThrow();
  expect(await scan(at, '--staged')).toMatchObject({ exit: 2, unseen: [{ path: 'a.txt' }] });
});

test('--history names each value once, with the commit that brought it', async () => {
  const at = newFolder();
  expect(await scan(at, '--history')).toMatchObject({ exit: 0, findings: [] });
  at.write('config/a.env', `KEY=${key(1)}\n`);
  const first = at.commit('first');
  at.write('config/a.env', `\nKEY=${key(1)}\n`);
  at.commit('moved down');
  at.write('config/a.env', '\n');
  at.write('odd\n"name".env', `KEY=${key(2)}\n`);
  const second = at.commit('removed, and another');
  at.git('checkout', '--quiet', '-b', 'side');
  at.write('side.txt', 'side\n');
  at.commit('side');
  at.git('checkout', '--quiet', 'main');
  at.write('main.txt', 'main\n');
  at.commit('main');
  at.git('merge', '--quiet', '--no-commit', '--no-ff', 'side');
  at.write('merged.env', `KEY=${key(3)}\n`);
  const merge = at.commit('an evil merge');
  at.write(
    'large.log',
    Buffer.concat([Buffer.alloc(5 * 1024 * 1024, 'words of a log\n'), Buffer.from(`\n${key(4)}\n`)]),
  );
  at.write('binary.bin', Buffer.concat([Buffer.alloc(1000), Buffer.from(key(5))]));
  at.git('update-index', '--add', '--cacheinfo', `160000,${merge},submodule`);
  const last = at.commit('large and binary');
  const { findings, exit, unseen } = await scan(at, '--history');
  expect(
    findings
      .map((found) => [found.path, found.line, found.commit, found.versions])
      .sort((a, b) => (String(a) < String(b) ? -1 : 1)),
  ).toEqual([
    ['binary.bin', 1, last, 1],
    ['config/a.env', 1, first, 2],
    ['large.log', expect.any(Number), last, 1],
    ['merged.env', 1, merge, 1],
    ['odd\n"name".env', 1, second, 1],
  ]);
  expect([exit, unseen]).toEqual([1, []]);
  at.git('repack', '-adq');
  expect(await scan(at, '--history')).toMatchObject({ exit, unseen, findings });

  const range = await scan(at, '--history', `${merge}..HEAD`);
  expect(range.findings.map((found) => found.path).sort()).toEqual(['binary.bin', 'large.log']);
  expect(await scan(at, '--history', 'nothing..HEAD')).toMatchObject({
    exit: 2,
    err: expect.stringContaining('nothing'),
  });
  expect(await scan(at, '--history', '--output=stolen')).toMatchObject({ exit: 2 });
  expect(existsSync(path.join(at.folder, 'stolen'))).toBe(false);

  at.write('allowed.env', `KEY=${key(2)} # seaworthy:allow it is revoked\n`);
  at.commit('allowed');
  const allowed = await scan(at, '--history');
  expect(allowed.findings.map((found) => found.path)).not.toContain('odd\n"name".env');
  expect(allowed.allowed).toBe(1);
});

test('--history sees what replacements, grafts, settings and a file called HEAD would hide', async () => {
  const at = newFolder();
  at.write('HEAD', 'a file like any other\n');
  const first = at.commit();
  at.git('checkout', '--quiet', '-b', 'side');
  at.write('side.env', `KEY=${key(1)}\n`);
  const side = at.commit();
  at.git('rm', '--quiet', 'side.env');
  const clean = at.commit();
  at.git('checkout', '--quiet', 'main');
  at.git('merge', '--quiet', '--no-commit', '--no-ff', 'side');
  at.write('merged.env', `KEY=${key(2)}\n`);
  const merge = at.commit();
  at.git('replace', '--graft', clean, first);
  at.write('.git/info/grafts', `${clean} ${first}\n`);
  at.git('config', 'log.diffMerges', 'off');
  const { findings, exit } = await scan(at, '--history');
  expect(findings.map((found) => [found.path, found.commit]).sort()).toEqual([
    ['merged.env', merge],
    ['side.env', side],
  ]);
  expect(exit).toBe(1);
});

test('--history of a shallow clone, or of one that lacks contents, is not complete', async () => {
  const at = newFolder();
  at.write('a.env', `KEY=${key(1)}\n`);
  at.commit();
  at.write('a.env', 'clean\n');
  at.commit();
  at.git('clone', '--quiet', '--depth', '1', `file://${at.folder}`, 'shallow');
  const shallow = { ...at, folder: path.join(at.folder, 'shallow') };
  expect(await scan(shallow, '--history')).toMatchObject({ exit: 2, findings: [], unseen: [{ path: '.' }] });
  expect(await scan(shallow, '--history', 'HEAD~0')).toMatchObject({ exit: 2, unseen: [{ path: '.' }] });
  at.write('shallow/b.txt', 'new\n');
  at.git('-C', 'shallow', 'add', 'b.txt');
  at.git('-C', 'shallow', 'commit', '--quiet', '--message', 'new');
  expect(await scan(shallow, '--history', 'origin/main..HEAD')).toMatchObject({ exit: 0, unseen: [] });
  at.git('config', 'uploadpack.allowFilter', 'true');
  at.git('clone', '--quiet', '--no-checkout', '--filter=blob:none', `file://${at.folder}`, 'partial');
  const partial = await scan({ ...at, folder: path.join(at.folder, 'partial') }, '--history');
  expect(partial.exit).toBe(2);
});

test('the hook refuses a commit with a secret, respects core.hooksPath, and leaves somebody else’s hook alone', async () => {
  const at = newFolder();
  const run = async (action: string) => await play(['hook', action], { cwd: at.folder, env: at.env });
  expect(await run('uninstall')).toMatchObject({ exit: 0, out: 'there was none\n' });
  at.git('config', 'core.hooksPath', 'my hooks');
  const file = path.join(at.folder, 'my hooks', 'pre-commit');
  expect(await run('install')).toMatchObject({ exit: 0, out: `installed: ${file}\n` });
  expect(await run('install')).toMatchObject({ exit: 0, out: `already installed: ${file}\n` });
  expect(statSync(file).mode & 0o111).toBe(0o111);
  at.write('a.env', `KEY=${key(1)}\n`);
  at.git('add', 'a.env');
  expect(() => at.git('commit', '--quiet', '--message', 'no')).toThrow('1 finding');
  at.write('a.env', 'KEY=\n');
  at.git('add', 'a.env');
  at.git('commit', '--quiet', '--message', 'yes');
  expect(await run('uninstall')).toMatchObject({ exit: 0, out: `removed: ${file}\n` });
  writeFileSync(file, '#!/bin/sh\nexit 0\n');
  for (const action of ['install', 'uninstall']) {
    expect(await run(action)).toMatchObject({ exit: 2, err: expect.stringContaining('stays as it is') });
  }
  expect(readFileSync(file, 'utf8')).toBe('#!/bin/sh\nexit 0\n');
  expect(await play(['hook', 'install'], { cwd: '/', env: at.env })).toMatchObject({
    exit: 2,
    err: expect.stringContaining('no git'),
  });
});

/** Git but for one command, for which it runs these lines. */
function withGit(at: GitFolder, command: string, lines: string): GitFolder {
  const real = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
  at.write('bin/git', `#!/bin/sh\ncase " $* " in *" ${command} "*) ${lines} ;; *) exec ${real} "$@" ;; esac\n`);
  chmodSync(path.join(at.folder, 'bin/git'), 0o755);
  return { ...at, env: { ...at.env, PATH: `${path.join(at.folder, 'bin')}:${at.env.PATH}` } };
}

test('--history that is stopped while git is silent ends, and git with it', async () => {
  const at = newFolder();
  at.write('a.txt', 'x\n');
  at.commit();
  execFileSync('mkfifo', [path.join(at.folder, 'alive')]);
  // Takes the questions, and answers none.
  const { folder, env } = withGit(at, 'cat-file', 'exec 3> alive; kill -TERM $PPID; exec cat > /dev/null');
  const gitEnded = readFile(path.join(folder, 'alive'));
  const run = spawn(process.execPath, [path.resolve('bin/seaworthy.js'), 'scan', '--history'], { cwd: folder, env });
  expect(await once(run, 'exit')).toEqual([130, null]);
  await gitEnded;
});

test('a listing that breaks off is told, and nothing looked at twice', async () => {
  const at = newFolder();
  at.write('a.env', `KEY=${key(1)}\n`);
  const names = Array.from({ length: 300 }, (_, index) => `none-${index}\\0`).join('');
  const broken = withGit(at, 'ls-files', `printf 'a.env\\0${names}'; echo 'fatal: no more' >&2; exit 128`);
  const { exit, findings, unseen } = await scan(broken);
  expect(findings).toMatchObject([{ path: 'a.env' }]);
  expect(unseen).toEqual([{ path: '.', reason: 'git did not name all files: no more' }]);
  expect(exit).toBe(2);
});
