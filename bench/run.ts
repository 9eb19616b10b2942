/** `npm run bench [-- GROUP…]`: prints one JSON line a figure. Every file of `groups/` is a group. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadFolder } from '../src/core/load-folder.js';
import type { Group, Report } from './group.js';

const folder = path.join(path.dirname(fileURLToPath(import.meta.url)), 'groups');
const groups = await loadFolder(folder, (candidate) => {
  if (typeof candidate !== 'function') throw new TypeError('A group exports a function');
  return candidate as Group;
});

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !groups.has(name));
if (unknown.length > 0) {
  process.stderr.write(`There is no group ${unknown.join(', ')}. There are: ${[...groups.keys()].join(', ')}.\n`);
  process.exit(2);
}
for (const [name, run] of groups) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const report: Report = (figure, value, unit) => {
    const rounded = Math.round(value * 100) / 100;
    process.stdout.write(`${JSON.stringify({ name: figure, value: rounded, unit })}\n`);
  };
  await run(report);
}
