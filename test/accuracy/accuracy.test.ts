/** Floors under what `npm run accuracy` measures: vendors' tokens, near misses, plain passwords and keys, everyday files. */
import { loadRules } from '../../src/domain/scanner/registry.js';
import { type Case, type Score, scores } from './case.js';
import { everydayCases } from './everyday.js';
import { genericCases } from './generic.js';
import { seaworthy } from './scanners.js';
import { vendorCases } from './vendors.js';

const rules = await loadRules();
const scan = seaworthy(rules);

async function scoreOf(cases: readonly Case[]): Promise<Score> {
  const all = scores(cases, await scan(cases)).at(-1);
  if (all === undefined) throw new RangeError('There are no cases');
  return all;
}

test('nine of ten tokens of vendors are found, and fewer than one in fifty near misses', async () => {
  const { recall, falseAlarms, secrets, others } = await scoreOf(vendorCases(rules));
  expect(secrets).toBeGreaterThan(1000);
  expect(others).toBeGreaterThan(1000);
  expect(recall).toBeGreaterThanOrEqual(0.97);
  expect(falseAlarms).toBeLessThan(0.02);
});

test.each([
  ['generic passwords', 0.95],
  ['plain passwords', 0.95],
  ['generic keys', 0.97],
])('%s are told from what stands in their place', async (family, floor) => {
  const { recall, falseAlarms } = await scoreOf(genericCases().filter((item) => item.family === family));
  expect(recall).toBeGreaterThanOrEqual(floor);
  expect(falseAlarms).toBeLessThan(0.02);
});

test('five hundred everyday files hold next to nothing', async () => {
  const { others, falseAlarms } = await scoreOf(everydayCases());
  expect(others).toBeGreaterThanOrEqual(500);
  expect(falseAlarms).toBeLessThan(0.01);
});

test('a scanner that says yes to everything, or no, does not pass', async () => {
  const cases = genericCases();
  const yes = scores(
    cases,
    cases.map(({ text }) => [{ start: 0, end: text.length }]),
  ).at(-1);
  const no = scores(
    cases,
    cases.map(() => []),
  ).at(-1);
  expect([yes?.recall, yes?.falseAlarms, no?.recall, no?.falseAlarms]).toEqual([1, 1, 0, 0]);
});
