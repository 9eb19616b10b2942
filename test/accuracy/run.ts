/** `npm run accuracy [-- --misses [FAMILY]]`: one JSON line a family of rules, secretlint beside ours on the same set. */
import { loadRules } from '../../src/domain/scanner/registry.js';
import { type Case, isHit, type Range, type Score, scores } from './case.js';
import { everydayCases } from './everyday.js';
import { genericCases } from './generic.js';
import { seaworthy, secretlint } from './scanners.js';
import { vendorCases } from './vendors.js';

const round = (share: number): number => Math.round(share * 1000) / 1000;

function line(scanner: string, { family, secrets, recall, others, falseAlarms, precision }: Score): string {
  const shares = secrets === 0 ? {} : { recall: round(recall), precision: round(precision) };
  return JSON.stringify({ scanner, family, ...shares, secrets, falseAlarms: round(falseAlarms), others });
}

/** Everything here was made up for this run, so that it may be shown. */
function misses(cases: readonly Case[], found: readonly (readonly Range[])[], family: string | undefined): string[] {
  return cases.flatMap((item, at) => {
    const ranges = found[at] ?? [];
    const wrong = isHit(item, ranges) !== (item.kind === 'secret');
    if (!wrong || (family !== undefined && item.family !== family)) return [];
    const values = ranges.map(({ start, end }) => item.text.slice(start, end));
    return [JSON.stringify({ ...item, text: item.text.slice(0, 160), found: values })];
  });
}

const rules = await loadRules();
const cases = [...vendorCases(rules), ...genericCases(), ...everydayCases()];
const found = await seaworthy(rules)(cases);
const [option, family] = process.argv.slice(2);
if (option === '--misses') {
  process.stdout.write(`${misses(cases, found, family).join('\n')}\n`);
} else {
  const theirs = scores(cases, await secretlint(cases));
  scores(cases, found).forEach((score, at) => {
    process.stdout.write(`${line('seaworthy', score)}\n`);
    const other = theirs[at];
    if (other !== undefined) process.stdout.write(`${line('secretlint', other)}\n`);
  });
}
