/** What the address of the list says, with nonsense left out, and how it is written again. */
import fc from 'fast-check';
import {
  ALL_REPOSITORIES,
  type ListQuery,
  listParameters,
  parseListQuery,
} from '../../../src/domain/outlook/list-query.js';

test.each<[string, Partial<ListQuery>]>([
  ['', {}],
  [
    'search=%20Pay%20&grade=A%2B&risk=UNKNOWN&state=at-risk',
    { search: 'Pay', grade: 'A+', risk: 'UNKNOWN', state: 'at-risk' },
  ],
  ['champion=%40OctoCat', { champion: 'octocat' }],
  ['sort=grade&order=desc&page=7', { sort: 'grade', descending: true, page: 7 }],
  ['grade=G&risk=high&state=done&sort=__proto__&order=up', {}],
  ['page=0', {}],
  ['page=-1', {}],
  ['page=1e9', {}],
  ['page=NaN', {}],
  ['page=1.5', {}],
  ['champion=', {}],
  [`search=${'x'.repeat(10_000)}`, { search: 'x'.repeat(100) }],
])('%p', (said, expected) => {
  expect(parseListQuery(new URLSearchParams(said))).toEqual({ ...ALL_REPOSITORIES, ...expected });
});

test('what was read is written as it was read', () => {
  const text = fc.string({ maxLength: 200 });
  const said = fc.record({
    search: text,
    champion: text,
    grade: fc.constantFrom('A+', 'F', 'x'),
    page: fc.nat(500).map(String),
  });
  fc.assert(
    fc.property(said, (parameters) => {
      const query = parseListQuery(new URLSearchParams(parameters));
      expect(parseListQuery(listParameters(query, { page: query.page }))).toEqual(query);
    }),
  );
});

test('another filter begins at the first page, and the list of all needs no words', () => {
  const query = { ...ALL_REPOSITORIES, search: 'pay', page: 7 };
  expect(listParameters(query, { state: 'ready' }).toString()).toBe('search=pay&state=ready');
  expect(listParameters(ALL_REPOSITORIES).toString()).toBe('');
});
