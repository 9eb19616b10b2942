/** Every verifier of this folder, by the name under which checklists ask for it. */
import { fileURLToPath } from 'node:url';
import { loadFolder } from '../core/load-folder.js';
import { acceptVerifier, type Verifier } from './_verifier.js';

/** @throws Error naming the file that exports none. */
export function loadVerifiers(): Promise<ReadonlyMap<string, Verifier>> {
  return loadFolder(fileURLToPath(new URL('.', import.meta.url)), acceptVerifier);
}
