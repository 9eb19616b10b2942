/** `seaworthy lint`: checks checklists and policy files, and says what is wrong line by line. */
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { errorCode } from '../core/error-code.js';
import { UserError } from '../core/user-error.js';
import { type FileProblem, problemText, readCatalogue } from '../domain/checklist/index.js';
import { type KnownChecklists, POLICY_FILE, readPolicy } from '../domain/policy/index.js';
import { readChecklists } from '../infra/catalogue.js';
import { parseArguments } from './_arguments.js';
import { EXIT, type Io, type Subcommand } from './_contract.js';

const args = z.object({ paths: z.array(z.string()).default([]) });

const CHECKLISTS = 'checklists';
const POLICY_NAME = path.basename(POLICY_FILE);

export default {
  name: 'lint',
  summary: 'check checklists and policy files',
  details: `Takes files and folders; without any, the ${CHECKLISTS} folder and ${POLICY_FILE} of the working directory. A file named ${POLICY_NAME} is a policy, every other .yml file a checklist. Prints file:line: what is wrong.`,
  arguments: [{ syntax: '[paths...]', summary: 'files and folders' }],
  examples: ['npx seaworthy lint', 'npx seaworthy lint .github/seaworthy.yml'],
  async run(raw, io) {
    const { paths } = parseArguments(args, raw);
    const files = paths.length > 0 ? await given(paths, io.cwd) : await usual(io.cwd);
    if (files.length === 0) {
      throw new UserError(`There is nothing to check: no ${CHECKLISTS} folder and no ${POLICY_FILE} here. Name files.`);
    }
    const problems = await problemsOf(files, io);
    for (const problem of problems) io.stdout.write(`${problemText(problem)}\n`);
    const looked = `${files.length} ${files.length === 1 ? 'file' : 'files'}`;
    const found = `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`;
    io.stderr.write(problems.length === 0 ? `${looked}: all good\n` : `${looked}: ${found}\n`);
    return problems.length === 0 ? EXIT.ok : EXIT.negative;
  },
} satisfies Subcommand;

interface Source {
  /** As the person would write it. */
  readonly shown: string;
  readonly text: string;
}

/** Checklists of one folder are one catalogue; policies may name ours and those that are checked along with them. */
async function problemsOf(files: readonly Source[], io: Io): Promise<FileProblem[]> {
  const checklists = files.filter((file) => !isPolicy(file));
  const folders = new Set(checklists.map(({ shown }) => path.dirname(shown)));
  const ours = await readChecklists(path.join(io.packageFolder, CHECKLISTS));
  const known: KnownChecklists[] = [ours.checklists];
  const problems: FileProblem[] = [];
  for (const folder of folders) {
    const sources = checklists.filter(({ shown }) => path.dirname(shown) === folder);
    const read = readCatalogue(sources.map(({ shown, text }) => ({ name: path.basename(shown), text })));
    problems.push(...read.problems.map((problem) => ({ ...problem, file: path.join(folder, problem.file) })));
    known.push(read.checklists);
  }
  const catalogue = new Map(known.flatMap((each) => [...each]));
  for (const { shown, text } of files.filter(isPolicy)) {
    const read = readPolicy(text, null, catalogue);
    if (!read.ok) problems.push(...read.problems.map((problem) => ({ ...problem, file: shown })));
  }
  return problems;
}

const isPolicy = ({ shown }: Source): boolean => path.basename(shown) === POLICY_NAME;

async function usual(cwd: string): Promise<Source[]> {
  const sources: Source[] = [];
  for (const each of [CHECKLISTS, POLICY_FILE]) {
    if (await exists(path.join(cwd, each))) sources.push(...(await given([each], cwd)));
  }
  return sources;
}

/** @throws UserError naming the path that cannot be read. */
async function given(paths: readonly string[], cwd: string): Promise<Source[]> {
  const shown = new Set<string>();
  try {
    for (const each of paths) {
      const isFolder = (await stat(path.resolve(cwd, each))).isDirectory();
      if (!isFolder) shown.add(path.normalize(each));
      else for (const name of await ymlIn(path.resolve(cwd, each))) shown.add(path.join(each, name));
    }
    return await Promise.all(
      [...shown].map(async (each) => ({ shown: each, text: await readFile(path.resolve(cwd, each), 'utf8') })),
    );
  } catch (error) {
    const code = errorCode(error);
    if (code === undefined) throw error;
    const { path: where = 'a file' } = error as NodeJS.ErrnoException;
    throw new UserError(`Cannot read ${where}: ${code}`, { cause: error });
  }
}

async function ymlIn(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => /\.ya?ml$/.test(name)).sort();
}

async function exists(file: string): Promise<boolean> {
  try {
    await stat(file);
    return true;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw error;
  }
}
