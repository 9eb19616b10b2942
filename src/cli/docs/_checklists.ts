/** The checklists of this package, for the pages that show them. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Checklist, problemText } from '../../domain/checklist/index.js';
import { readChecklists } from '../../infra/catalogue.js';

/** From `dist/cli/docs/` and `src/cli/docs/` alike. */
export const PACKAGE = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../..');

/** @throws Error that lists every problem of the files. */
export async function loadChecklists(): Promise<readonly Checklist[]> {
  const { checklists, problems } = await readChecklists(path.join(PACKAGE, 'checklists'));
  if (problems.length > 0) throw new Error(problems.map(problemText).join('\n'));
  return [...checklists.values()];
}
