/** What a new version of the catalogue changes, in a table, and the line that says so. */
import {
  type CatalogueChange,
  catalogueChange,
  type Checklist,
  type DatedChange,
  itemsGone,
  summarise,
} from '../../../src/domain/checklist/index.js';
import { changeText } from '../../../src/domain/checklist/catalogue-change.js';
import { renderHeader } from '../../../src/domain/checklist/header.js';
import { item } from './support/sample.js';

const list = (name: string, ...items: Checklist['sections'][number]['items']): Checklist => ({
  name,
  title: name,
  summary: 'For the test.',
  sections: [{ id: 'all', title: 'All', items }],
});

const [a, b, c] = [item('a'), item('b'), item('c')];
const NOTHING: CatalogueChange = { added: [], changed: [], retired: [], dropped: [] };
const TODAY: DatedChange = { ...NOTHING, reopened: [], on: '2026-11-22' };

test.each<[string, readonly Checklist[], readonly Checklist[], Partial<CatalogueChange> | null]>([
  ['nothing', [list('web', a, b)], [list('web', a, b)], null],
  ['another order', [list('web', a, b), list('repo', c)], [list('repo', c), list('web', b, a)], null],
  ['a new item', [list('web', a)], [list('web', b, a)], { added: ['b'] }],
  ['a new checklist', [list('web', a)], [list('web', a), list('repo', b, c)], { added: ['b', 'c'] }],
  ['an item retired', [list('web', a, b)], [list('web', a, { ...b, retired: true })], { retired: ['b'] }],
  ['an item taken out', [list('web', a, b)], [list('web', a)], { retired: ['b'] }],
  ['a retired item taken out', [list('web', a, { ...b, retired: true })], [list('web', a)], null],
  ['a retired item back', [list('web', a, { ...b, retired: true })], [list('web', a, b)], { added: ['b'] }],
  [
    'a checklist gone',
    [list('web', a), list('repo', b, c)],
    [list('web', a)],
    { dropped: [{ name: 'repo', items: 2 }] },
  ],
  ['a checklist gone, its item elsewhere', [list('web', a), list('repo', b)], [list('web', a, b)], null],
  ['another title', [list('web', a)], [list('web', { ...a, title: 'Better' })], { changed: ['a'] }],
  ['another snippet', [list('web', a)], [list('web', { ...a, how: 'Do that.' })], { changed: ['a'] }],
  ['required from now on', [list('web', { ...a, level: 'SHOULD' })], [list('web', a)], { changed: ['a'] }],
  ['an approver demanded', [list('web', a)], [list('web', { ...a, approve: 'security' })], { changed: ['a'] }],
  ['a verifier, and another maturity level', [list('web', a)], [list('web', { ...a, verify: 'hsts', tier: 2 })], null],
  [
    'moved and reworded at once, beside others',
    [list('web', a, b), list('repo', c)],
    [list('web', b), list('repo', { ...a, why: 'Because.' }, item('d'))],
    { added: ['d'], changed: ['a'], retired: ['c'] },
  ],
])('%s', (_, before, after, expected) => {
  expect(catalogueChange(before, after)).toEqual(expected === null ? null : { ...NOTHING, ...expected });
});

test('items that go are told with all that was said of them', () => {
  expect(itemsGone([list('web', a, b), list('repo', c)], [list('web', b)])).toEqual([a, c]);
});

test.each<[string, Partial<DatedChange>, string]>([
  [
    'one of each',
    { added: ['a'], changed: ['b'], retired: ['c'] },
    '1 item added (`a`), 1 item changed (`b`), 1 item retired (`c`).',
  ],
  [
    'more than are listed',
    { added: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] },
    '7 items added (`a`, `b`, `c`, `d`, `e` and 2 more).',
  ],
  ['a checklist', { dropped: [{ name: 'web', items: 54 }] }, '`web` retired with 54 items.'],
  [
    'an item that leaned on another',
    { retired: ['a'], reopened: ['b'] },
    '1 item retired (`a`), 1 item open again (`b`).',
  ],
])('the line for %s', (_, change, text) => {
  expect(changeText({ ...TODAY, ...change })).toBe(`Checklist updated 2026-11-22: ${text}`);
});

test.each([
  ['2026-11-22', true],
  ['2026-12-21', true],
  ['2026-12-22', false],
])('on %s the header has the news of 2026-11-22: %s', (today, isShown) => {
  const updated = { ...TODAY, added: ['a'] };
  const header = renderHeader(summarise([list('web', a)], new Map()), { updated }, today);
  expect(header.includes('Checklist updated')).toBe(isShown);
});
