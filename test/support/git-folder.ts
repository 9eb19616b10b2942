/** A git repository in a temporary folder, with nobody's configuration. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface GitFolder {
  readonly folder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  git(...args: string[]): string;
  write(name: string, content: string | Uint8Array): void;
  /** Stages everything and commits it. */
  commit(message?: string): string;
  remove(): void;
}

const SETTINGS = {
  'user.name': 'A',
  'user.email': 'a@acme.test',
  'init.defaultBranch': 'main',
  'commit.gpgsign': 'false',
  'protocol.file.allow': 'always',
};

/** @param init false for a folder that is no repository yet. */
export function gitFolder({ init = true } = {}): GitFolder {
  const folder = mkdtempSync(path.join(tmpdir(), 'seaworthy-scan-'));
  const env = {
    PATH: process.env.PATH,
    HOME: folder,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CEILING_DIRECTORIES: tmpdir(),
  };
  const settings = Object.entries(SETTINGS).flatMap(([key, value]) => ['-c', `${key}=${value}`]);
  const git = (...args: string[]): string =>
    execFileSync('git', [...settings, ...args], {
      cwd: folder,
      env,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  if (init) git('init', '--quiet');
  return {
    folder,
    env,
    git,
    write: (name, content) => {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), content);
    },
    commit: (message = 'change') => {
      git('add', '--all');
      git('commit', '--quiet', '--allow-empty', '--message', message);
      return git('rev-parse', 'HEAD').trim();
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
