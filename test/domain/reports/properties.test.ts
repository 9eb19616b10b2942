/** Custom properties: who needs other values, in the fewest requests; and what owners are told when nothing can be written. */
import { expect, test } from '@jest/globals';
import { DEFAULT_REPORTS, type ReportsPolicy } from '../../../src/domain/policy/index.js';
import { reportProblems } from '../../../src/domain/reports/problems.js';
import { definitionsNeeded, OWN_PROPERTIES, updatesFor, valuesOf } from '../../../src/domain/reports/properties.js';
import { BLOCKED, READY } from '../../support/reported.js';

const holder = (repositoryId: number, values = {}) => ({ repositoryId, name: `repo-${repositoryId}`, values });
const good = valuesOf(READY);
const bad = valuesOf({ ...READY, ...BLOCKED, launchOn: '2026-12-01' });

test('what is right, and what is not ours, is left alone', () => {
  const there = [holder(1, { ...good, tier: 'gold' }), holder(2, {}), holder(3, good)];
  expect(
    updatesFor(
      there,
      new Map([
        [1, good],
        [3, bad],
      ]),
    ),
  ).toEqual([{ repositories: ['repo-3'], values: bad }]);
});

test('a date that is no more is taken away', () => {
  expect(updatesFor([holder(1, bad)], new Map([[1, good]]))).toMatchObject([{ values: { 'seaworthy-launch': null } }]);
});

test('those that need the same share requests of 30', () => {
  const there = Array.from({ length: 65 }, (_, id) => holder(id));
  const wanted = new Map(there.map(({ repositoryId: id }) => [id, id < 61 ? good : bad]));
  expect(updatesFor(there, wanted).map(({ repositories }) => repositories.length)).toEqual([30, 30, 1, 4]);
});

test('what is not defined, and what has our name and is something else', () => {
  const [grade, ready] = OWN_PROPERTIES;
  if (grade === undefined || ready === undefined) throw new Error('no properties');
  const { missing, taken } = definitionsNeeded([grade, { ...ready, type: 'string' }]);
  expect(missing.map(({ name }) => name)).toEqual(['seaworthy-launch']);
  expect(taken).toEqual(['seaworthy-ready']);
});

const facts = {
  account: 'Harbour',
  isOrganisation: true,
  permissions: { organization_custom_properties: 'admin' },
  webhooks: new Map([['harbour/launches', 'https://chat.example.com/x']]),
  propertiesAt: null,
};
const asks = (policy: Partial<ReportsPolicy>) => ({ ...DEFAULT_REPORTS, ...policy });

test.each<[string, Partial<ReportsPolicy>, Partial<typeof facts>, string | null]>([
  ['nothing asked', {}, { permissions: { organization_custom_properties: 'read' } }, null],
  ['an address that is set', { digest: 'weekly', slackWebhook: 'launches' }, {}, null],
  ['an address that nobody set', { digest: 'weekly', webhook: 'other' }, {}, '`REPORT_WEBHOOKS` to `Harbour/other='],
  [
    'an address of another organisation',
    { digest: 'weekly', webhook: 'launches' },
    { account: 'rival' },
    '`REPORT_WEBHOOKS`',
  ],
  ['no digest', { digest: 'off', webhook: 'other' }, {}, null],
  ['properties', { customProperties: true }, {}, null],
  ['properties of a person', { customProperties: true }, { isOrganisation: false }, 'only organisations have'],
  [
    'properties without permission',
    { customProperties: true },
    { permissions: { organization_custom_properties: 'read' } },
    '`organization_custom_properties: write` is missing (it has `read`)',
  ],
  [
    'properties that nobody defined',
    { customProperties: true },
    { permissions: { organization_custom_properties: 'write' } },
    'An owner of the organisation has to define',
  ],
])('%s', (_, policy, rest, expected) => {
  const problems = reportProblems(asks(policy), { ...facts, ...rest });
  expect(problems).toEqual(expected === null ? [] : [expect.stringContaining(expected)]);
});

test('properties that owners defined are no problem once they were written', () => {
  const given = { ...facts, permissions: { organization_custom_properties: 'write' }, propertiesAt: new Date() };
  expect(reportProblems(asks({ customProperties: true }), given)).toEqual([]);
});
