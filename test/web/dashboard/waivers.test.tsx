/** Waivers on a page. */
import type { WaiverLine, WaiverList } from '../../../src/infra/db/dashboard/waivers.js';
import { pageOf, parseWaiversQuery, WaiversPage } from '../../../src/web/dashboard/pages/waivers.js';
import { frame, HOSTILE, NOW } from './support/frame.js';

const waiver = (change: Partial<WaiverLine> = {}): WaiverLine => ({
  id: 1,
  repository: { id: 1, owner: 'acme', name: 'api' },
  itemId: 'hsts',
  state: 'active',
  requestedBy: 'bob',
  requestedAt: NOW,
  approvals: [{ by: 'ada', at: NOW.toISOString() }],
  until: '2026-12-01',
  reason: 'a partner still calls over http',
  ...change,
});

const list = (waivers: readonly WaiverLine[], change: Partial<WaiverList> = {}): WaiverList => ({
  waivers,
  total: waivers.length,
  active: waivers.length,
  asked: 0,
  endingSoon: 0,
  ...change,
});

const shown = (given: WaiverList, query = parseWaiversQuery(new URLSearchParams())) =>
  String(
    <WaiversPage
      frame={frame()}
      account="acme"
      list={given}
      query={query}
      titles={new Map([['hsts', 'Browsers are told to use HTTPS only']])}
    />,
  );

test.each([
  ['', 'current', 1],
  ['state=asked&page=3', 'asked', 3],
  ['state=everything&page=0', 'current', 1],
  ['state=over&page=99999999', 'over', 1],
])('?%s asks for %s, page %i', (query, filter, page) => {
  expect(parseWaiversQuery(new URLSearchParams(query))).toEqual({ filter, page });
});

test.each(['', '-1', '1.5', '01', 'two', ' 2'])('page %j is the first', (page) => {
  expect(pageOf(new URLSearchParams({ page }))).toBe(1);
});

test('a waiver says which item, until when, why and by whose word', () => {
  const page = shown(list([waiver()]));
  for (const part of ['Browsers are told to use HTTPS only', '1 Dec 2026', 'in 8 days', 'a partner still calls'])
    expect(page).toContain(part);
  expect(page).toContain('@bob');
  expect(page).toContain('@ada');
  expect(page).toContain('href="/o/acme/r/api#item-hsts"');
});

test.each([
  [{ active: 1 }, '1 risk is accepted.'],
  [{ active: 5, endingSoon: 2 }, '5 risks are accepted, 2 of them for no more than two weeks.'],
  [{ active: 0, asked: 1 }, '0 risks are accepted. 1 request waits for approval.'],
  [{ active: 3, asked: 2 }, '3 risks are accepted. 2 requests wait for approval.'],
])('%j is told as %s', (counts, words) => {
  expect(shown(list([waiver()], counts))).toContain(words);
});

test('an item that no checklist has any more goes by its id', () => {
  expect(shown(list([waiver({ itemId: 'gone-item' })]))).toContain('>gone-item</a>');
});

test('a request that nobody approved waits for somebody', () => {
  expect(shown(list([waiver({ state: 'asked', approvals: [] })]))).toContain('waits for somebody');
});

test('what people wrote stays text, however long', () => {
  const page = shown(list([waiver({ reason: HOSTILE.html }), waiver({ reason: HOSTILE.rtl + HOSTILE.long })]));
  expect(page).not.toContain('<img');
  expect(page).toContain(`<bdi>${HOSTILE.rtl}`);
});

test('other pages keep the filter', () => {
  const page = shown(list([waiver()], { total: 120 }), { filter: 'over', page: 2 });
  expect(page).toContain('/o/acme/waivers?state=over&amp;page=3');
  expect(page).toContain('href="/o/acme/waivers?state=over"');
});

test.each([
  ['current', 'No risk is accepted'],
  ['asked', 'Nobody waits for an approval'],
  ['over', 'No waiver has ended yet'],
] as const)('nothing %s: %s', (filter, words) => {
  expect(shown(list([]), { filter, page: 1 })).toContain(words);
});
