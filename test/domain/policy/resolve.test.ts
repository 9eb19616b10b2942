/** The organisation has the say: a repository's file may make each key stricter, and what would loosen it is ignored and said. */
import { explainPolicy, globMatches, matches } from '../../../src/domain/policy/index.js';
import { FACTS, policy, resolved } from './support.js';

type Value = string | number | readonly string[];
type Case = readonly [
  key: string,
  organisation: string | null,
  repository: string,
  value: Value,
  origin: string,
  problems: number,
];

const value = (key: string, { policy: p }: ReturnType<typeof resolved>): unknown =>
  ({
    default: p.checklists,
    'waivers.HIGH.days': p.waivers.HIGH.days,
    'waivers.HIGH.approvers': p.waivers.HIGH.approvers,
    should_counts_from: p.shouldCountsFrom,
    'evidence.max_age_days': p.evidence.maxAgeDays,
    when_closed: p.whenClosed,
    'scan.blocks_from': p.scan.blocksFrom,
    'scan.confidence': p.scan.confidence,
    'scan.history': p.scan.history,
    'teams.security': p.teams.security,
    risk: p.risk,
    champion: p.champion,
    launch: p.launch,
  })[key];

test.each<Case>([
  ['waivers.HIGH.days', null, 'waivers: { HIGH: { days: 3 } }', 3, 'repository', 0],
  ['waivers.HIGH.days', null, 'waivers: { HIGH: { days: 0 } }', 0, 'repository', 0],
  ['waivers.HIGH.days', null, 'waivers: { HIGH: { days: 8 } }', 7, 'default', 1],
  ['waivers.HIGH.days', 'waivers: { HIGH: { days: 30 } }', 'waivers: { HIGH: { days: 20 } }', 20, 'repository', 0],
  ['waivers.HIGH.days', 'waivers: { HIGH: { days: 30 } }', 'waivers: { HIGH: { days: 31 } }', 30, 'organisation', 1],
  ['waivers.HIGH.days', 'may_loosen: [waivers]', 'waivers: { HIGH: { days: 31 } }', 31, 'repository', 0],
  ['waivers.HIGH.days', 'waivers: { HIGH: { approvers: 2 } }', 'version: 1', 7, 'default', 0],
  [
    'waivers.HIGH.approvers',
    'waivers: { HIGH: { approvers: 2 } }',
    'waivers: { HIGH: { approvers: 3 } }',
    3,
    'repository',
    0,
  ],
  [
    'waivers.HIGH.approvers',
    'waivers: { HIGH: { approvers: 2 } }',
    'waivers: { HIGH: { approvers: 1 } }',
    2,
    'organisation',
    1,
  ],
  [
    'waivers.HIGH.approvers',
    'may_loosen: [waivers]\nwaivers: { HIGH: { approvers: 2 } }',
    'waivers: { HIGH: { approvers: 1 } }',
    1,
    'repository',
    0,
  ],
  ['should_counts_from', null, 'should_counts_from: LOW', 'LOW', 'repository', 0],
  ['should_counts_from', 'should_counts_from: MEDIUM', 'should_counts_from: HIGH', 'MEDIUM', 'organisation', 1],
  ['should_counts_from', 'may_loosen: [should_counts_from]', 'should_counts_from: MAXIMUM', 'MAXIMUM', 'repository', 0],
  ['evidence.max_age_days', null, 'evidence: { max_age_days: 90 }', 90, 'repository', 0],
  ['evidence.max_age_days', null, 'evidence: { max_age_days: 366 }', 365, 'default', 1],
  ['evidence.max_age_days', 'may_loosen: [evidence]', 'evidence: { max_age_days: 366 }', 366, 'repository', 0],
  ['when_closed', 'when_closed: record', 'when_closed: reopen', 'reopen', 'repository', 0],
  ['when_closed', null, 'when_closed: record', 'reopen', 'default', 1],
  ['when_closed', 'may_loosen: [when_closed]', 'when_closed: record', 'record', 'repository', 0],
  ['scan.blocks_from', null, 'scan: { blocks_from: LOW }', 'LOW', 'repository', 0],
  ['scan.blocks_from', null, 'scan: { blocks_from: MAXIMUM }', 'MEDIUM', 'default', 1],
  ['scan.blocks_from', 'may_loosen: [scan]', 'scan: { blocks_from: MAXIMUM }', 'MAXIMUM', 'repository', 0],
  ['scan.confidence', null, 'scan: { confidence: low }', 'low', 'repository', 0],
  ['scan.confidence', null, 'scan: { confidence: high }', 'medium', 'default', 1],
  ['scan.confidence', 'scan: { confidence: high }', 'scan: { confidence: medium }', 'medium', 'repository', 0],
  ['scan.confidence', 'may_loosen: [scan]', 'scan: { confidence: high }', 'high', 'repository', 0],
  ['scan.history', null, 'scan: { history: block }', 'block', 'repository', 0],
  ['scan.history', 'scan: { history: block }', 'scan: { history: report }', 'block', 'organisation', 1],
  ['default', null, 'default: [repository, web-service]', ['repository', 'web-service'], '', 0],
  ['default', null, 'default: [web-service]', ['repository', 'web-service'], '', 1],
  ['default', 'default: [open-source@2]', 'default: [open-source@3]', ['open-source@2', 'open-source@3'], '', 0],
  ['default', 'default: [open-source@2]', 'default: [open-source]', ['open-source@2', 'open-source'], '', 1],
  ['default', 'may_loosen: [default]', 'default: [web-service]', ['web-service'], '', 0],
  ['default', 'may_loosen: [default]', 'default: []', [], '', 0],
  ['teams.security', 'teams: { security: [a/b, "@c"] }', 'teams: { security: ["@a/B"] }', ['@a/B'], 'repository', 0],
  ['teams.security', 'teams: { security: [a/b, "@c"] }', 'teams: { security: [] }', ['a/b', '@c'], 'organisation', 1],
  ['teams.security', 'teams: { security: [a/b] }', 'teams: { security: [a/b, "@me"] }', ['a/b'], 'organisation', 1],
  ['teams.security', null, 'teams: { security: ["@me"] }', [], 'default', 1],
  ['teams.security', 'may_loosen: [teams]', 'teams: { security: ["@me"] }', ['@me'], 'repository', 0],
  ['risk', null, 'risk: LOW', 'LOW', 'repository', 0],
  ['champion', null, 'champion: "@octocat"', 'octocat', 'repository', 0],
  ['launch', null, 'launch: 2027-01-31', '2027-01-31', 'repository', 0],
])('%s: organisation %j, repository %j', (key, organisation, repository, expected, origin, problems) => {
  const result = resolved(organisation, repository);
  expect(value(key, result)).toEqual(expected);
  if (origin !== '') expect(result.origins.get(key)).toBe(origin);
  expect(result.problems).toHaveLength(problems);
});

test('a loosening says what holds, what would be stricter, and how it could be allowed', () => {
  expect(resolved(null, 'waivers: { HIGH: { days: 8 } }').problems).toEqual([
    {
      path: ['waivers', 'HIGH', 'days'],
      message:
        "Ignored: `7` holds, and only fewer days would be stricter than that. The organisation's policy can allow it: `may_loosen: [waivers]`",
    },
  ]);
});

test('profiles that fit add up, those of the repository too', () => {
  const organisation = `profiles:
  - { when: { topic: payments }, use: [web-service] }
  - { when: { topic: games }, use: [open-source@3] }
  - { when: { name: "web-*" }, use: [open-source] }`;
  const { policy: p, origins } = resolved(
    organisation,
    'profiles: [{ when: { visibility: private }, use: [open-source@2] }]',
  );
  expect(p.checklists).toEqual(['repository', 'web-service', 'open-source', 'open-source@2']);
  expect([...origins].filter(([key]) => key.startsWith('checklists.'))).toEqual([
    ['checklists.repository', 'default'],
    ['checklists.web-service', 'organisation'],
    ['checklists.open-source', 'organisation'],
    ['checklists.open-source@2', 'repository'],
  ]);
});

test('a repository may not take items off by itself', () => {
  const rule = 'not_applicable: [{ items: [hsts], because: no web }]';
  expect(resolved(null, rule)).toMatchObject({
    policy: { notApplicable: [] },
    problems: [{ path: ['not_applicable'] }],
  });
  expect(resolved('may_loosen: [not_applicable]', rule)).toMatchObject({
    policy: { notApplicable: [{ items: ['hsts'] }] },
    problems: [],
  });
  expect(resolved(rule, null).origins.get('not_applicable.hsts')).toBe('organisation');
});

const when = (text: string) => policy(`profiles: [{ when: ${text}, use: [repository] }]`).profiles?.[0]?.when;

test.each<[string, boolean]>([
  ['{ topic: web }', true],
  ['{ topic: WEB }', true],
  ['{ topic: [games, web] }', true],
  ['{ topic: we }', false],
  ['{ language: typescript }', true],
  ['{ language: [Go, Rust] }', false],
  ['{ name: web-shop }', true],
  ['{ name: "WEB-*" }', true],
  ['{ name: web }', false],
  ['{ visibility: private }', true],
  ['{ visibility: public }', false],
  ['{ property: { tier: "1" } }', true],
  ['{ property: { tier: "2" } }', false],
  ['{ property: { regions: us } }', true],
  ['{ property: { owner: x } }', false],
  ['{ property: { toString: x } }', false],
  ['{ topic: web, visibility: public }', false],
  ['{ topic: web, visibility: private, property: { tier: "1", regions: eu } }', true],
])('%s holds: %s', (text, expected) => {
  expect(matches(when(text), FACTS)).toBe(expected);
});

test('no condition holds everywhere, and no language is no language', () => {
  expect(matches(undefined, FACTS)).toBe(true);
  expect(matches(when('{ language: Go }'), { ...FACTS, language: null })).toBe(false);
});

test.each<[string, string, boolean]>([
  ['*', '', true],
  ['*', 'anything', true],
  ['a*c', 'abbbc', true],
  ['a*c', 'abbb', false],
  ['a?c', 'abc', true],
  ['a?c', 'ac', false],
  ['*-api', 'pay-api', true],
  ['*-api', 'pay-apis', false],
  ['a.c', 'abc', false],
  ['[ab]', 'a', false],
  ['**', 'x', true],
  ['', 'x', false],
  [`${'*a'.repeat(50)}b`, 'a'.repeat(100), false],
])('pattern %j fits %j: %s', (pattern, text, expected) => {
  expect(globMatches(pattern, text)).toBe(expected);
});

describe('addresses', () => {
  test('of both files are looked at, none twice', () => {
    const { policy: held, origins } = resolved(
      'targets: [https://pay.example]',
      'targets: [https://api.pay.example/v1/, https://pay.example]',
    );
    expect(held.targets).toEqual(['https://pay.example', 'https://api.pay.example/v1/']);
    expect([...origins].filter(([key]) => key.startsWith('targets'))).toEqual([
      ['targets.https://pay.example', 'organisation'],
      ['targets.https://api.pay.example/v1/', 'repository'],
    ]);
  });

  test('are told with whose word they are', () => {
    const text = explainPolicy(resolved('targets: [https://pay.example]', expecting('unreachable')), {
      organisation: [],
      repository: [],
    });
    expect(text).toContain("| `targets` | `https://pay.example` | organisation's `.github` repository |");
    expect(text).toContain('| `exposure` | `https://admin.pay.example`: unreachable | this repository |');
  });

  const expecting = (expect: string) => `exposure: [{ url: 'https://admin.pay.example', expect: ${expect} }]`;
  test.each([
    ['unreachable', 'authentication', 'unreachable', 'organisation'],
    ['authentication', 'unreachable', 'unreachable', 'repository'],
    ['authentication', 'authentication', 'authentication', 'organisation'],
  ])('exposed: the organisation expects %s, the repository %s: %s holds', (organisation, repository, held, origin) => {
    const { policy: effective, origins } = resolved(expecting(organisation), expecting(repository));
    expect(effective.exposure).toEqual([{ url: 'https://admin.pay.example', expect: held }]);
    expect(origins.get('exposure.https://admin.pay.example')).toBe(origin);
  });
});
