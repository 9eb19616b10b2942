/** The folder of throw-away copies: where git makes them, that nothing is left in it, and that git is there at all. */
import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { GitFailed } from '../errors.js';
import { Git, type GitLimits, type Remote } from './git.js';

export interface GitSettings {
  /** For throw-away copies; each is removed when it was read. */
  readonly folder: string;
  /** Where git finds programs, proxies and certificates: the process environment as `config.ts` read it. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly limits?: GitLimits;
}

const COPY = 'copy-';
/** The time is less than the queue gives a job, so that the reader hears of it and not only the queue. */
const LIMITS: GitLimits = { time: 8 * 60_000, size: 4 * 1024 ** 3 };

/** An empty bare repository that knows its remote. */
export async function openCopy(settings: GitSettings, remote: Remote): Promise<Git> {
  await mkdir(settings.folder, { recursive: true });
  const folder = await mkdtemp(path.join(settings.folder, COPY));
  const git = new Git(folder, remote, settings.environment, settings.limits ?? LIMITS);
  try {
    await git.run(['init', '--quiet', '--bare', '--template=', '.']);
    return git;
  } catch (error) {
    await closeCopy(git);
    throw error;
  }
}

export async function closeCopy({ folder }: Git): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
}

/** The first git that takes its configuration from the environment, where the token is. */
const OLDEST_GIT = [2, 31] as const;

/** At start: the version of git, as 2.39. @throws GitFailed when there is none or it is too old. */
export async function checkGit({ folder, environment, limits = LIMITS }: GitSettings): Promise<string> {
  await mkdir(folder, { recursive: true });
  const git = new Git(folder, { url: 'https://localhost' }, environment, limits);
  const answer = (await git.run(['version'])).toString('latin1');
  const [major = 0, minor = 0] = (/(\d+)\.(\d+)/.exec(answer) ?? []).slice(1).map(Number);
  if (major < OLDEST_GIT[0] || (major === OLDEST_GIT[0] && minor < OLDEST_GIT[1])) {
    throw new GitFailed('version', 'failed', `git ${OLDEST_GIT.join('.')} or newer is needed, found ${major}.${minor}`);
  }
  return `${major}.${minor}`;
}

/** At start: removes copies that a killed process left, which are those past the time that reading one may take. */
export async function removeOldCopies({ folder, limits = LIMITS }: GitSettings, now: Date): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(folder)) {
    if (!name.startsWith(COPY)) continue;
    const { mtimeMs } = await stat(path.join(folder, name));
    if (mtimeMs < now.getTime() - limits.time) await rm(path.join(folder, name), { recursive: true, force: true });
  }
}
