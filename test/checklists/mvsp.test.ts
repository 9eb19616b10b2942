/** `checklists/mvsp.yml` against MVSP v3.0-20231109: every control once, in its section. */
import { itemsOf } from '../../src/domain/checklist/index.js';
import { brokenSnippets, shippedChecklist } from './support/catalogue.js';

/** How many controls each chapter has. @see https://mvsp.dev */
const CHAPTERS = [
  ['business', 1, 8],
  ['design', 2, 8],
  ['implementation', 3, 5],
  ['operations', 4, 4],
] as const;

const checklist = await shippedChecklist('mvsp');
const items = itemsOf([checklist]);

test.each(CHAPTERS)('chapter %s has its controls in order', (id, chapter, count) => {
  const section = checklist.sections.find((candidate) => candidate.id === id);
  expect(section?.items.map((item) => item.satisfies[0])).toEqual(
    Array.from({ length: count }, (_, at) => `MVSP-${chapter}.${at + 1}`),
  );
});

test('there are 25 controls, none claimed twice', () => {
  const claimed = items.flatMap((item) => item.satisfies.filter((id) => id.startsWith('MVSP-')));
  expect(claimed).toHaveLength(25);
  expect(new Set(claimed).size).toBe(25);
});

test('what has to be done every year goes stale after a year', () => {
  const yearly = ['1.3', '1.4', '1.5', '4.3', '4.4'];
  const ages = yearly.map((control) => items.find((item) => item.satisfies.includes(`MVSP-${control}`))?.maxAge);
  expect(ages).toEqual(yearly.map(() => 365));
});

test('JSON and YAML to paste parses', () => {
  expect(brokenSnippets(checklist)).toEqual([]);
});
