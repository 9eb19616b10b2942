/** A check of a working copy: the files that git tracks there, and the secrets in what it holds. */
import path from 'node:path';
import { systemClock } from '../../core/clock.js';
import { UserError } from '../../core/user-error.js';
import { type Judgement, met, unknown, unmet, type Verdict } from '../../domain/verification/verdict.js';
import { localGit, LocalGitError } from '../../infra/scan/local-git.js';
import { filesOf } from '../../infra/scan/work-tree.js';
import { loadVerifiers } from '../../verifiers/_registry.js';
import { verify } from '../../verifiers/_run.js';
import { NOWHERE } from '../../verifiers/_source.js';
import { treeOfWorkingCopy } from '../../verifiers/_trees/working-copy.js';
import type { Io } from '../_contract.js';
import { isAtLeast } from '../_scan/session.js';
import { type ScanTools, scanTools } from '../_scan/tools.js';
import type { Looked } from './looked.js';

/** What the App answers from its records, a working copy answers by looking. */
const SECRETS = 'are-findings-settled';

/** @throws UserError where git has no work tree. */
export async function lookAtWorkingCopy(folder: string, io: Io): Promise<Looked> {
  const root = await rootOf(folder, io);
  const tree = treeOfWorkingCopy(root, localGit(root, io.env, io.signal));
  const tools = scanTools();
  return {
    where: root,
    name: path.basename(root),
    // Nobody can tell from here who sees it, and for a public one more counts.
    visibility: 'public',
    tree,
    close: () => tools.close(),
    async ask(names) {
      const verifiers = new Map([...(await loadVerifiers())].filter(([name]) => names.has(name) && name !== SECRETS));
      const options = { clock: systemClock, signal: io.signal };
      const verdicts = new Map(await verify(verifiers, { ...NOWHERE, tree }, options));
      if (names.has(SECRETS)) verdicts.set(SECRETS, await lookForSecrets(root, tools, io));
      return verdicts;
    },
  };
}

async function rootOf(folder: string, io: Io): Promise<string> {
  try {
    const root = await localGit(folder, io.env, io.signal).run('rev-parse', '--show-toplevel');
    return root.toString('utf8').replace(/\r?\n$/, '');
  } catch (error) {
    if (!(error instanceof LocalGitError) || io.signal.aborted) throw error;
    throw new UserError(
      error.reason === 'not installed'
        ? 'git is not installed, and this needs it.'
        : 'There is no git work tree here. Name a folder of one, or OWNER/REPO on GitHub.',
      { cause: error },
    );
  }
}

async function lookForSecrets(root: string, tools: ScanTools, io: Io): Promise<Verdict> {
  const at = systemClock.now().toISOString();
  const seen = { files: 0, findings: 0, unseen: 0 };
  async function* files() {
    for await (const some of filesOf(root, '.', localGit(root, io.env, io.signal))) {
      seen.unseen += some.filter(({ kind }) => kind === 'unseen').length;
      for (const found of some) if (found.kind === 'file') yield found;
    }
  }
  for await (const outcome of tools.pool().scanAll(files())) {
    io.signal.throwIfAborted();
    seen.files += 1;
    if ('error' in outcome) {
      seen.unseen += 1;
      continue;
    }
    seen.unseen += outcome.scan.unseen.length;
    const found = outcome.scan.findings.filter(({ confidence }) => isAtLeast(confidence, 'medium'));
    seen.findings += found.length;
  }
  return { ...judgeSecrets(seen), evidence: [{ where: root, at }], isPublic: false };
}

/** Names no file: a name may hold a value, too, and `seaworthy scan` knows how to show it. */
function judgeSecrets({
  files,
  findings,
  unseen,
}: {
  readonly files: number;
  readonly findings: number;
  readonly unseen: number;
}): Judgement {
  if (findings > 0) {
    return unmet(
      `the scanner finds ${findings} committed or about to be`,
      'See where with `npx seaworthy scan`. Replace each at its provider first, then remove it.',
    );
  }
  if (unseen > 0) return unknown(`${unseen} parts could not be looked at; \`npx seaworthy scan\` lists them`);
  return met(`no secret in ${files} files; \`npx seaworthy scan --history\` looks at the past`);
}
