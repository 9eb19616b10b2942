/** The checklists on disk: reads a folder of `*.yml` and hands the texts to the domain. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Catalogue, readCatalogue } from '../domain/checklist/read.js';

/**
 * Reads every `*.yml` of `folder`; what is wrong with them is in `problems`.
 * @throws Error when the folder cannot be read.
 */
export async function readChecklists(folder: string): Promise<Catalogue> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yml'));
  return readCatalogue(
    await Promise.all(names.map(async (name) => ({ name, text: await readFile(path.join(folder, name), 'utf8') }))),
  );
}
