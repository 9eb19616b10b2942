/** `seaworthy hook`: the git hook that scans what is staged before each commit. */
import path from 'node:path';
import { z } from 'zod';
import { UserError } from '../core/user-error.js';
import { readHook, removeHook, writeHook } from '../infra/scan/hook.js';
import { LocalGitError, localGit } from '../infra/scan/local-git.js';
import { parseArguments } from './_arguments.js';
import { EXIT, type ExitCode, type Io, type Subcommand } from './_contract.js';

const args = z.object({ action: z.enum(['install', 'uninstall'], 'expects install or uninstall') });

export default {
  name: 'hook',
  summary: 'install or remove the pre-commit hook',
  details:
    'The hook runs `seaworthy scan --staged` before each commit. It goes where git looks for it, core.hooksPath included; a hook of somebody else’s is left as it is. `git commit --no-verify` passes by it.',
  arguments: [{ syntax: '<action>', summary: 'install or uninstall' }],
  examples: ['npx seaworthy hook install', 'npx seaworthy hook uninstall'],
  anybodysFolder: true,
  async run(raw, io) {
    const { action } = parseArguments(args, raw);
    try {
      return await (action === 'install' ? install(io) : uninstall(io));
    } catch (error) {
      if (!(error instanceof LocalGitError)) throw error;
      throw new UserError(`${error.reason === 'no repository' ? 'There is no git repository here' : error.message}.`, {
        cause: error,
      });
    }
  },
} satisfies Subcommand;

async function install(io: Io): Promise<ExitCode> {
  const program = path.join(io.packageFolder, 'bin', 'seaworthy.js');
  const hook = await readHook(localGit(io.cwd, io.env, io.signal), io.cwd, program);
  if (hook.state === 'foreign') {
    throw new UserError(
      `${hook.file} is there already and not ours, so it stays as it is. Add this line to it: seaworthy scan --staged || exit 1`,
    );
  }
  if (hook.state !== 'ours') await writeHook(hook, program);
  io.stdout.write(`${hook.state === 'ours' ? 'already installed' : 'installed'}: ${hook.file}\n`);
  return EXIT.ok;
}

async function uninstall(io: Io): Promise<ExitCode> {
  const program = path.join(io.packageFolder, 'bin', 'seaworthy.js');
  const hook = await readHook(localGit(io.cwd, io.env, io.signal), io.cwd, program);
  if (hook.state === 'foreign') throw new UserError(`${hook.file} is not ours, so it stays as it is.`);
  if (hook.state !== 'none') await removeHook(hook);
  io.stdout.write(hook.state === 'none' ? 'there was none\n' : `removed: ${hook.file}\n`);
  return EXIT.ok;
}
