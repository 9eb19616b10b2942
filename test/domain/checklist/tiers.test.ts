/** Levels of checklists and visibility: names as people write them, what is kept, what applies. */
import {
  applies,
  atTier,
  type Checklist,
  checklistNameText,
  chooseChecklist,
  type Item,
  itemsOf,
  parseChecklistName,
  type Tier,
  type Visibility,
} from '../../../src/domain/checklist/index.js';
import { someItem } from './support/some-item.js';

const TIERED: Checklist = {
  name: 'open-source',
  title: 'Open source',
  summary: 'For tests.',
  sections: [
    { id: 'a', title: 'A', items: [someItem({ id: 'always' }), someItem({ id: 'one', tier: 1 })] },
    { id: 'b', title: 'B', items: [someItem({ id: 'two', tier: 2 }), someItem({ id: 'three', tier: 3 })] },
  ],
};
const FLAT: Checklist = {
  name: 'web-service',
  title: 'Web',
  summary: 'For tests.',
  sections: [{ id: 'a', title: 'A', items: [someItem({ id: 'hsts' })] }],
};
const CATALOGUE = new Map([TIERED, FLAT].map((checklist) => [checklist.name, checklist]));

const ids = (checklist: Checklist): string[] => itemsOf([checklist]).map((item) => item.id);

test.each([
  ['a name alone', 'open-source', { name: 'open-source' }],
  ['a name with a level', 'open-source@2', { name: 'open-source', tier: 2 }],
])('%s is read, and written as it was', (_, text, expected) => {
  const read = parseChecklistName(text);
  expect(read).toEqual(expected);
  expect('problem' in read ? read : checklistNameText(read)).toBe(text);
});

test.each([
  ['nothing', ''],
  ['a capital', 'Open-source'],
  ['a space', 'open source'],
  ['a level without a name', '@2'],
  ['a line break at the end', 'open-source\n'],
])('%s is no name', (_, text) => {
  expect(parseChecklistName(text)).toEqual({
    problem: 'Expected the name of a checklist, such as "web-service" or "open-source@2"',
  });
});

test.each(['0', '4', '', '02', '2.0', '2@3', 'two', ' 2'])('"%s" is no level', (level) => {
  expect(parseChecklistName(`open-source@${level}`)).toEqual({
    problem: 'Expected a level of 1, 2 or 3 after "@", such as "open-source@2"',
  });
});

test.each<[string, Tier | undefined, string[]]>([
  ['no level is level 1', undefined, ['always', 'one']],
  ['level 1', 1, ['always', 'one']],
  ['level 2 adds to level 1', 2, ['always', 'one', 'two']],
  ['level 3 has everything', 3, ['always', 'one', 'two', 'three']],
])('%s', (_, tier, expected) => {
  expect(ids(atTier(TIERED, tier))).toEqual(expected);
});

test('a section with nothing at the level is left out', () => {
  expect(atTier(TIERED, 1).sections.map((section) => section.id)).toEqual(['a']);
});

test.each([
  ['a checklist with levels', 'open-source@2', ['always', 'one', 'two']],
  ['its first level when none is named', 'open-source', ['always', 'one']],
  ['a checklist without levels', 'web-service', ['hsts']],
])('%s can be chosen', (_, text, expected) => {
  const chosen = chooseChecklist(CATALOGUE, text);
  expect('problem' in chosen ? chosen : ids(chosen.checklist)).toEqual(expected);
});

test.each([
  [
    'a level where there are none',
    'web-service@2',
    'The checklist "web-service" has no levels: write "web-service" without "@2"',
  ],
  ['an unknown checklist', 'webservice', 'There is no checklist "webservice". Known: open-source, web-service'],
  ['a level that does not exist', 'open-source@9', 'Expected a level of 1, 2 or 3 after "@", such as "open-source@2"'],
])('%s is a problem with a way out', (_, text, problem) => {
  expect(chooseChecklist(CATALOGUE, text)).toEqual({ problem });
});

test.each<[Item['only'], Visibility, string | null]>([
  [undefined, 'public', null],
  [undefined, 'private', null],
  [undefined, 'internal', null],
  ['public', 'public', null],
  ['public', 'private', 'only for public repositories'],
  ['public', 'internal', 'only for public repositories'],
  ['private', 'public', 'only for private repositories'],
  ['private', 'private', null],
  ['private', 'internal', null],
])('an item for %s in a repository that is %s', (only, visibility, because) => {
  const item = someItem(only === undefined ? {} : { only });
  expect(applies(item, visibility)).toEqual(because === null ? { applies: true } : { notApplicableBecause: because });
});
