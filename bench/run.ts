/** `npm run bench [-- GROUP[:PART]…]`: prints one JSON line a figure. Every file of `groups/` is a group, and says what its figures mean. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadFolder } from '../src/core/load-folder.js';
import { acceptGroup, type Report } from './group.js';

const folder = path.join(path.dirname(fileURLToPath(import.meta.url)), 'groups');
const groups = await loadFolder(folder, acceptGroup);

const wanted = process.argv.slice(2);
const groupOf = (name: string) => name.split(':', 1)[0] ?? '';
const unknown = wanted.filter((name) => !groups.has(groupOf(name)));
if (unknown.length > 0) {
  process.stderr.write(`There is no group ${unknown.join(', ')}. There are: ${[...groups.keys()].join(', ')}.\n`);
  process.exit(2);
}
const report: Report = (figure, value, unit) => {
  const rounded = Math.round(value * 100) / 100;
  process.stdout.write(`${JSON.stringify({ name: figure, value: rounded, unit })}\n`);
};
for (const name of wanted.length > 0 ? wanted : groups.keys()) {
  const [, part] = name.split(':');
  await groups.get(groupOf(name))?.(report, part);
}
