/** Alerts about dependencies and secrets: open, overdue, dismissed, hidden. */
import { DEFAULTS } from '../../src/domain/policy/index.js';
import type { Origin } from '../../src/verifiers/_source.js';
import { type Answers, refused, sayOf } from '../support/api-answers.js';
import { acmeBut, ALERT } from './acme-shop.js';

const alert = (other: object = {}, severity = 'high') => ({
  ...ALERT,
  ...other,
  security_advisory: { ...ALERT.security_advisory, severity },
});
const alerts = (...all: object[]): Answers => ({ '/dependabot/alerts': all });
/** GitHub refuses the list where the alerts are off. */
const OFF: Answers = { '/dependabot/alerts': refused() };
const DISMISSED = { state: 'dismissed', dismissed_reason: 'not_used', dismissed_comment: 'Only the CLI parses YAML.' };
const many = (count: number) => alerts(...Array.from({ length: count }, (_, number) => alert({ number })));

const CASES: readonly (readonly [what: string, name: string, answers: Answers, says: RegExp])[] = [
  ['on', 'are-vulnerability-alerts-on', {}, /^met: /],
  ['on, without any', 'are-vulnerability-alerts-on', alerts(), /^met: /],
  ['off', 'are-vulnerability-alerts-on', OFF, /^unmet: /],
  ['refused', 'are-vulnerability-alerts-on', { '/dependabot/alerts': refused('permission') }, /^unknown: /],

  ['none', 'are-alerts-within-deadline', alerts(), /^met: no alert is open/],
  ['high, for two days', 'are-alerts-within-deadline', {}, /^met: 1 open/],
  [
    'high, for seven days to the second',
    'are-alerts-within-deadline',
    alerts(alert({ created_at: '2026-11-15T10:00:00Z' })),
    /^met: /,
  ],
  [
    'high, a second longer',
    'are-alerts-within-deadline',
    alerts(alert({ created_at: '2026-11-15T09:59:59Z' })),
    /^unmet: .*#12 \(lodash, high, since 2026-11-15\)/,
  ],
  ['critical, for two days', 'are-alerts-within-deadline', alerts(alert({}, 'critical')), /^unmet: /],
  [
    'low, for two months',
    'are-alerts-within-deadline',
    alerts(alert({ created_at: '2026-09-22T10:00:00Z' }, 'low')),
    /^met: /,
  ],
  [
    'medium, for four months',
    'are-alerts-within-deadline',
    alerts(alert({ created_at: '2026-07-22T10:00:00Z' }, 'medium')),
    /^unmet: /,
  ],
  [
    'dismissed long ago',
    'are-alerts-within-deadline',
    alerts(alert({ ...DISMISSED, created_at: '2020-01-01T00:00:00Z' })),
    /^met: no alert/,
  ],
  ['more than one look takes', 'are-alerts-within-deadline', many(101), /^unknown: /],
  ['off', 'are-alerts-within-deadline', OFF, /^unknown: Dependabot alerts are off/],

  ['none dismissed', 'are-dismissals-explained', {}, /^met: no alert was dismissed/],
  ['all say why', 'are-dismissals-explained', alerts(alert(DISMISSED)), /^met: all 1/],
  [
    'one is silent',
    'are-dismissals-explained',
    alerts(alert({ ...DISMISSED, dismissed_comment: ' ' })),
    /^unmet: .*#12/,
  ],
  ['off', 'are-dismissals-explained', OFF, /^unknown: /],

  ['opened after the release', 'are-releases-without-known-holes', {}, /^met: .*`v1\.4\.0`/],
  [
    'open before the release',
    'are-releases-without-known-holes',
    alerts(alert({ created_at: '2026-10-01T00:00:00Z' })),
    /^unmet: open when `v1\.4\.0` went out/,
  ],
  [
    'low ones may be',
    'are-releases-without-known-holes',
    alerts(alert({ created_at: '2026-10-01T00:00:00Z' }, 'low')),
    /^met: /,
  ],
  ['no release', 'are-releases-without-known-holes', { '/releases': [] }, /^unknown: /],
  ['off', 'are-releases-without-known-holes', OFF, /^unknown: /],

  ['none', 'are-secret-alerts-settled', {}, /^met: /],
  ['one', 'are-secret-alerts-settled', { '/secret-scanning/alerts': [{ number: 1 }] }, /^unmet: 1 alert is open/],
  [
    'many',
    'are-secret-alerts-settled',
    { '/secret-scanning/alerts': Array.from({ length: 101 }, () => ({})) },
    /^unmet: more than 100 alerts/,
  ],
  ['off', 'are-secret-alerts-settled', { '/secret-scanning/alerts': null }, /^unknown: .*is off/],
];

test.each(CASES)('%s: %s', async (_, name, other, says) => {
  await expect(sayOf(name, acmeBut(other))).resolves.toMatch(says);
});

test('with a personal token a refusal says nothing about the setting', async () => {
  await expect(sayOf('are-vulnerability-alerts-on', acmeBut(OFF), { permissions: null })).resolves.toMatch(
    /^unknown: /,
  );
});

test('the secrets of alerts are never asked for', async () => {
  const asked: unknown[] = [];
  const api = {
    get: async () => ({ value: acmeBut({})['/repos/acme/shop'], isUnchanged: false }),
    list: async (_: string, parameters: object) => {
      asked.push(parameters);
      return { values: [], isWhole: true };
    },
    graphql: async () => null,
  };
  await sayOf('are-secret-alerts-settled', {}, { api });
  expect(asked).toEqual([expect.objectContaining({ hide_secret: 'true', state: 'open' })]);
});

describe('how long an alert may be open', () => {
  const since = (day: string, severity: string) => acmeBut(alerts(alert({ created_at: `${day}T10:00:00Z` }, severity)));
  const strict: Origin['terms'] = { ...DEFAULTS.waivers, MAXIMUM: { days: 0 }, MEDIUM: { days: 14 } };
  const loose: Origin['terms'] = { ...DEFAULTS.waivers, HIGH: { days: 60 }, MEDIUM: { days: 120 } };

  test.each<[string, string, Origin['terms'], string, string, RegExp]>([
    [
      'the policy gives less',
      'are-alerts-within-deadline',
      strict,
      '2026-11-01',
      'medium',
      /^unmet: .* \(medium 14 days\)/,
    ],
    ['the policy gives more', 'are-alerts-within-deadline', loose, '2026-10-01', 'high', /^met/],
    [
      'no time at all',
      'are-alerts-within-deadline',
      strict,
      '2026-11-21',
      'critical',
      /^unmet: .* \(critical 0 days\)/,
    ],
    [
      'MVSP gives a month whatever the policy gives',
      'are-patches-timely',
      loose,
      '2026-10-20',
      'medium',
      /^unmet: .* \(medium 30 days\)/,
    ],
    [
      'and the policy may give less',
      'are-patches-timely',
      strict,
      '2026-11-01',
      'medium',
      /^unmet: .* \(medium 14 days\)/,
    ],
    ['MVSP gives a week for high', 'are-patches-timely', loose, '2026-11-10', 'high', /^unmet: .* \(high 7 days\)/],
    ['low is as the policy has it', 'are-patches-timely', loose, '2026-01-01', 'low', /^met/],
    ['off', 'are-patches-timely', loose, '', '', /^unknown: Dependabot alerts are off/],
  ])('%s: %s', async (_, name, terms, day, severity, says) => {
    const answers = day === '' ? acmeBut(OFF) : since(day, severity);
    await expect(sayOf(name, answers, { terms })).resolves.toMatch(says);
  });
});
