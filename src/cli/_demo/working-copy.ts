/** A real clone of a sandbox repository, for real `git push`es by a person. */
import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface WorkingCopy {
  readonly folder: string;
  /** Writes `files`, commits them and answers the commit's sha. */
  commit(message: string, files: Readonly<Record<string, string>>): Promise<string>;
  git(...args: string[]): Promise<string>;
}

/** Clones `url` (credentials included) into `folder`. */
export async function clone(url: string, folder: string, person: string): Promise<WorkingCopy> {
  const git = async (...args: string[]) =>
    (await run('git', args, { cwd: folder, env: environment(folder) })).stdout.trim();
  await mkdir(folder, { recursive: true });
  await git('clone', '--quiet', url, '.');
  await git('config', 'user.name', person);
  await git('config', 'user.email', `${person}@example.com`);
  // It does not live long enough to be tidied up after every commit.
  await git('config', 'maintenance.auto', 'false');
  return {
    folder,
    git,
    async commit(message, files) {
      for (const [file, text] of Object.entries(files)) {
        await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
        await writeFile(path.join(folder, file), text);
      }
      await git('add', '--all');
      await git('commit', '--quiet', '--message', message);
      return git('rev-parse', 'HEAD');
    },
  };
}

/** No configuration of the person at the keyboard: neither signing nor hooks nor credential helpers. */
function environment(folder: string): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    HOME: folder,
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_SYSTEM: '/dev/null',
    GIT_TERMINAL_PROMPT: '0',
  };
}
