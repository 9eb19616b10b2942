/** The checklists on disk: a folder of `*.yml`, whose texts the domain reads; or what a build has made of just these texts. */
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { errorCode } from '../core/error-code.js';
import type { Checklist } from '../domain/checklist/index.js';
import { type Catalogue, type ChecklistFile, readCatalogue } from '../domain/checklist/read.js';

/** Beside the code that made it: a build empties its folder first, so that no other version's is ever read. */
const COMPILED = fileURLToPath(new URL('../checklists.json', import.meta.url));

interface Compiled {
  /** Of the texts it was made from. */
  readonly digest: string;
  readonly checklists: readonly Checklist[];
}

/**
 * Reads every `*.yml` of `folder`; what is wrong with them is in `problems`. Texts that the build has read and found good are not
 * read again: that is 0.8 s of every start.
 * @throws Error when the folder cannot be read.
 */
export async function readChecklists(folder: string): Promise<Catalogue> {
  const files = await filesOf(folder);
  const compiled = await readCompiled();
  if (compiled?.digest !== digestOf(files)) return readCatalogue(files);
  return { checklists: new Map(compiled.checklists.map((checklist) => [checklist.name, checklist])), problems: [] };
}

/** For the build. Checklists with problems are left to be read, and told, at the start. */
export async function compileChecklists(folder: string): Promise<void> {
  const files = await filesOf(folder);
  const { checklists, problems } = readCatalogue(files);
  if (problems.length > 0) return;
  const compiled: Compiled = { digest: digestOf(files), checklists: [...checklists.values()] };
  await writeFile(COMPILED, JSON.stringify(compiled));
}

async function filesOf(folder: string): Promise<readonly ChecklistFile[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yml')).sort();
  return Promise.all(names.map(async (name) => ({ name, text: await readFile(path.join(folder, name), 'utf8') })));
}

function digestOf(files: readonly ChecklistFile[]): string {
  return createHash('sha256').update(JSON.stringify(files)).digest('hex');
}

async function readCompiled(): Promise<Compiled | null> {
  try {
    return JSON.parse(await readFile(COMPILED, 'utf8')) as Compiled;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}
