/** Committed secrets on a page. */
import type { SecretLine, SecretsOverview } from '../../../src/infra/db/dashboard/secrets.js';
import { parseSecretsQuery, SecretsPage } from '../../../src/web/dashboard/pages/secrets.js';
import { frame, HOSTILE } from './support/frame.js';

const finding = (change: Partial<SecretLine> = {}): SecretLine => ({
  id: '0123abcd',
  kind: 'GitHub token',
  ruleId: 'github-token',
  severity: 'HIGH',
  confidence: 'high',
  preview: 'abcd…',
  origin: 'push',
  state: 'open',
  foundAt: new Date('2026-11-01T12:00:00.000Z'),
  place: { path: 'src/config.ts', line: 3, commit: 'a'.repeat(40) },
  settledBy: null,
  settledAt: null,
  settledBecause: null,
  repository: { id: 1, owner: 'acme', name: 'api' },
  ...change,
});

const overview = (findings: readonly SecretLine[], change: Partial<SecretsOverview> = {}): SecretsOverview => ({
  open: findings.length,
  byAge: [
    { upToDays: 7, count: 0 },
    { upToDays: 30, count: findings.length },
    { upToDays: 90, count: 0 },
    { upToDays: null, count: 0 },
  ],
  byKind: findings.map(({ ruleId, kind, foundAt }) => ({ ruleId, kind, count: 1, repositories: 1, oldest: foundAt })),
  series: [],
  findings,
  total: findings.length,
  ...change,
});

const shown = (given: SecretsOverview, query = parseSecretsQuery(new URLSearchParams())) =>
  String(<SecretsPage frame={frame()} account="acme" overview={given} query={query} />);

test.each([
  ['', { ruleId: null, age: 'any', page: 1 }],
  ['kind=github-token&age=30&page=2', { ruleId: 'github-token', age: 30, page: 2 }],
  ['age=older', { ruleId: null, age: null, page: 1 }],
  ['age=31&kind=%20&page=x', { ruleId: null, age: 'any', page: 1 }],
])('?%s asks for %j', (query, asked) => {
  expect(parseSecretsQuery(new URLSearchParams(query))).toEqual(asked);
});

test('a secret says what it is, where it stands and since when, and every count leads to what it counts', () => {
  const page = shown(overview([finding()]));
  expect(page).toContain('1 is neither rotated nor dismissed');
  expect(page).toContain('<bdi>src/config.ts</bdi>:3');
  expect(page).toContain('22 days ago');
  expect(page).toContain('href="/o/acme/secrets?age=30"');
  expect(page).toContain('href="/o/acme/secrets?kind=github-token"');
  expect(page).toContain('href="/o/acme/r/api#secrets"');
});

test('a place that was not kept, and one in the history, are told', () => {
  const page = shown(overview([finding({ place: null, origin: 'history' })]));
  expect(page).toContain('not kept');
  expect(page).toContain('in the history');
});

test('a filter is shown as chosen, kept by the pages, and can be cleared', () => {
  const page = shown(overview([finding()], { total: 120 }), { ruleId: 'github-token', age: null, page: 2 });
  expect(page).toContain('<option value="older" selected="">more than 90 days</option>');
  expect(page).toContain('/o/acme/secrets?kind=github-token&amp;age=older&amp;page=3');
  expect(page).toContain('<a href="/o/acme/secrets" class="btn btn-invisible">');
});

test.each([
  ['nothing is open', overview([]), parseSecretsQuery(new URLSearchParams()), '/baseline scan history'],
  ['nothing is like this', overview([], { open: 3 }), parseSecretsQuery(new URLSearchParams('age=7')), 'is like this'],
])('%s', (_, given, query, words) => {
  expect(shown(given, query)).toContain(words);
});

test('names of files and repositories stay text', () => {
  const page = shown(
    overview([
      finding({ place: { path: HOSTILE.html, line: 1, commit: '' } }),
      finding({ repository: { id: 2, owner: 'acme', name: HOSTILE.rtl } }),
    ]),
  );
  expect(page).not.toContain('<img');
  expect(page).not.toContain(' style=');
  expect(page).toContain(`<bdi>${HOSTILE.rtl}</bdi>`);
});
