/** `checklists/open-source.yml` against the OSPS Baseline: every active requirement once, at the level it first applies. */
import { applies, atTier, itemsOf } from '../../src/domain/checklist/index.js';
import { brokenSnippets, shippedChecklist } from './support/catalogue.js';

/** First level of each active requirement; BR-01.02 is retired. @see https://baseline.openssf.org */
const FIRST_LEVEL = {
  1: [
    'AC-01.01 AC-02.01 AC-03.01 AC-03.02',
    'BR-01.01 BR-01.03 BR-03.01 BR-03.02 BR-07.01',
    'DO-01.01 DO-02.01',
    'GV-02.01 GV-03.01',
    'LE-02.01 LE-02.02 LE-03.01 LE-03.02',
    'QA-01.01 QA-01.02 QA-02.01 QA-04.01 QA-05.01 QA-05.02',
    'VM-02.01',
  ],
  2: [
    'AC-04.01',
    'BR-02.01 BR-04.01 BR-05.01 BR-06.01',
    'DO-06.01 DO-07.01',
    'GV-01.01 GV-01.02 GV-03.02',
    'LE-01.01',
    'QA-03.01 QA-06.01',
    'SA-01.01 SA-02.01 SA-03.01',
    'VM-01.01 VM-03.01 VM-04.01',
  ],
  3: [
    'AC-04.02',
    'BR-01.04 BR-02.02 BR-07.02',
    'DO-03.01 DO-03.02 DO-04.01 DO-05.01',
    'GV-04.01',
    'QA-02.02 QA-04.02 QA-06.02 QA-06.03 QA-07.01',
    'SA-03.02',
    'VM-04.02 VM-05.01 VM-05.02 VM-05.03 VM-06.01 VM-06.02',
  ],
} as const;

const SECTIONS: Readonly<Record<string, string>> = {
  'access-control': 'AC',
  'build-release': 'BR',
  documentation: 'DO',
  governance: 'GV',
  legal: 'LE',
  quality: 'QA',
  'security-assessment': 'SA',
  'vulnerability-management': 'VM',
};

const checklist = await shippedChecklist('open-source');
const items = itemsOf([checklist]);

test.each([1, 2, 3] as const)('the requirements of level %i, each once', (tier) => {
  const expected = FIRST_LEVEL[tier].flatMap((line) => line.split(' ').map((id) => `OSPS-${id}`));
  const found = items.filter((item) => item.tier === tier).map((item) => item.satisfies[0]);
  expect(found.toSorted()).toEqual(expected.toSorted());
});

test('no requirement is claimed by two items, and every item has a level', () => {
  const claimed = items.flatMap((item) => item.satisfies.filter((id) => id.startsWith('OSPS-')));
  expect(claimed).toHaveLength(64);
  expect(new Set(claimed).size).toBe(64);
  expect(items.filter((item) => item.tier === undefined)).toEqual([]);
});

test.each([
  [1, 24],
  [2, 43],
  [3, 64],
] as const)('level %i has %i items with those of the levels below', (tier, count) => {
  expect(itemsOf([atTier(checklist, tier)])).toHaveLength(count);
});

test('each item stands in the section of its family', () => {
  const families = checklist.sections.map((section) => [
    section.id,
    [...new Set(section.items.map((item) => item.satisfies[0]?.slice('OSPS-'.length, 'OSPS-AC'.length)))],
  ]);
  expect(Object.fromEntries(families)).toEqual(
    Object.fromEntries(Object.entries(SECTIONS).map(([id, family]) => [id, [family]])),
  );
});

test('what assumes open source does not apply to private repositories', () => {
  const left = items.filter((item) => !('applies' in applies(item, 'private'))).map((item) => item.satisfies[0]);
  expect(left.toSorted()).toEqual(
    ['GV-02.01 GV-03.01', 'LE-01.01 LE-02.01 LE-02.02 LE-03.01 LE-03.02', 'QA-01.01 QA-01.02'].flatMap((line) =>
      line.split(' ').map((id) => `OSPS-${id}`),
    ),
  );
  expect(items.every((item) => 'applies' in applies(item, 'public'))).toBe(true);
});

test('JSON and YAML to paste parses', () => {
  expect(brokenSnippets(checklist)).toEqual([]);
});
