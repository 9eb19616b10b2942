/** Installs and removes the pre-commit hook of a repository, and never touches one that is somebody else's. */
import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { errorCode } from '../../core/error-code.js';
import type { LocalGit } from './local-git.js';

/** By this line a hook is known as ours. */
const MARK = '# Installed by `seaworthy hook install`; `seaworthy hook uninstall` removes it.';

export type HookState = 'ours' | 'outdated' | 'foreign' | 'none';

export interface Hook {
  readonly file: string;
  readonly state: HookState;
}

/**
 * The hook runs this very installation, or whatever `seaworthy` is on the path when that has gone; with neither, the commit is
 * refused, since nobody would notice a scan that has silently stopped.
 * @param program absolute path of `bin/seaworthy.js`.
 */
export function hookText(program: string): string {
  return `#!/bin/sh
${MARK}
program=${quoted(program)}
if [ -f "$program" ] && command -v node >/dev/null 2>&1; then
  exec node "$program" scan --staged
elif command -v seaworthy >/dev/null 2>&1; then
  exec seaworthy scan --staged
fi
echo "Seaworthy is gone, so that nothing looks for secrets. Install it again, or remove this hook: $0" >&2
exit 1
`;
}

/** Where git looks for the hook, `core.hooksPath` respected, and whose it is. @throws LocalGitError outside a repository */
export async function readHook(git: LocalGit, folder: string, program: string): Promise<Hook> {
  const answer = (await git.run('rev-parse', '--git-path', 'hooks/pre-commit')).toString('utf8').replace(/\n$/, '');
  const file = path.resolve(folder, answer);
  try {
    const text = await readFile(file, 'utf8');
    if (!text.includes(MARK)) return { file, state: 'foreign' };
    return { file, state: text === hookText(program) ? 'ours' : 'outdated' };
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return { file, state: 'none' };
    throw error;
  }
}

export async function writeHook({ file }: Hook, program: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, hookText(program));
  await chmod(file, 0o755);
}

export async function removeHook({ file }: Hook): Promise<void> {
  await rm(file);
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
