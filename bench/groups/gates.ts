/** How the gates bear up: the parts of `gates/`, or those named behind a colon, as in `gates:fan-out`. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadFolder } from '../../src/core/load-folder.js';
import { acceptGroup, type Group } from '../group.js';

const folder = path.join(path.dirname(fileURLToPath(import.meta.url)), '../gates');

const gates: Group = async (report, part) => {
  const parts = await loadFolder(folder, acceptGroup);
  const wanted = part === undefined ? [...parts.values()] : [parts.get(part)];
  for (const run of wanted) {
    if (run === undefined) throw new Error(`There is no gates:${part}. There are: ${[...parts.keys()].join(', ')}.`);
    await run(report);
  }
};
export default gates;
