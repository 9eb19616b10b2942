/** What is wrong with a policy file is said with its line; what is good is taken as written. */
import { readPolicy, type Scope } from '../../../src/domain/policy/index.js';
import { CATALOGUE } from './support.js';

const problemsOf = (text: string, scope: Scope | null = null) => {
  const read = readPolicy(text, scope, CATALOGUE);
  return read.ok ? [] : read.problems.map(({ line, path, message }) => `${line}: ${path}: ${message}`);
};

test.each<[string, string, string[]]>([
  ['an unknown key', 'version: 1\nprofile: []\n', ['2: profile: Unknown key "profile"']],
  ['an unknown key deep inside', 'waivers:\n  HIGH:\n    day: 3\n', ['3: waivers.HIGH.day: Unknown key "day"']],
  ['an unknown risk level', 'waivers:\n  SEVERE: { days: 1 }\n', ['2: waivers.SEVERE: Unknown key "SEVERE"']],
  ['another version', '# ours\nversion: 2\n', ['2: version: Expected 1']],
  ['a word for a list', 'default: repository\n', ['1: default: Expected a list of checklists']],
  [
    'a checklist that is none',
    'default:\n  - repository\n  - web-servce\n',
    ['3: default[1]: There is no checklist "web-servce". Known: repository, web-service, open-source'],
  ],
  [
    'a level of a checklist without levels',
    'profiles:\n  - when: { topic: web }\n    use: [web-service@2]\n',
    ['3: profiles[0].use[0]: The checklist "web-service" has no levels: write "web-service" without "@2"'],
  ],
  [
    'a condition without any condition',
    'profiles:\n  - when: {}\n    use: [web-service]\n',
    ['2: profiles[0].when: Expected at least one of topic, language, name, visibility, property'],
  ],
  [
    'a rule without a reason, for an item that is none',
    'not_applicable:\n  - items: [hsts, hstss]\n',
    ['2: not_applicable[0].because: Expected some text'],
  ],
  [
    'an item that is none',
    'not_applicable:\n  - items:\n      - hsts\n      - hstss\n    because: no web\n',
    ['4: not_applicable[0].items[1]: There is no item "hstss"'],
  ],
  [
    'a person without @',
    'teams:\n  security:\n    - octocat\n',
    ['3: teams.security[0]: Expected @user or organisation/team'],
  ],
  ['half a day', 'evidence:\n  max_age_days: 0.5\n', ['2: evidence.max_age_days: Expected whole days']],
  ['no day', 'evidence:\n  max_age_days: 0\n', ['2: evidence.max_age_days: Expected at least one day']],
  ['a waiver of less than no day', 'waivers:\n  LOW: { days: -1 }\n', ['2: waivers.LOW.days: Expected 0 days or more']],
  ['a waiver for ever', 'waivers:\n  LOW: { days: 9999 }\n', ['2: waivers.LOW.days: At most 1100 days']],
  [
    'nobody who approves',
    'waivers:\n  LOW: { approvers: 0 }\n',
    ['2: waivers.LOW.approvers: Expected at least one approver'],
  ],
  ['a day that is none', 'launch: 2026-02-30\n', ['1: launch: Expected a date, such as 2027-01-31']],
  [
    'the address of a webhook in place of its name',
    'reports:\n  slack_webhook: https://chat.example.com/T/B/x\n',
    ['2: reports.slack_webhook: Expected the name of a webhook in REPORT_WEBHOOKS, such as "launches"'],
  ],
  [
    'a digest that goes nowhere',
    'reports:\n  digest: weekly\n',
    ['1: reports: A digest needs `slack_webhook` or `webhook`: where it is sent'],
  ],
  ['an hour that is none', 'reports:\n  digest_at: 24\n', ['2: reports.digest_at: Expected 0 to 23']],
  ['a risk level in lower case', 'risk: high\n', ['1: risk: Expected one of LOW, MEDIUM, HIGH, MAXIMUM']],
  [
    'a key that cannot be loosened',
    'may_loosen: [risk]\n',
    [expect.stringContaining('1: may_loosen[0]: Expected one of default,') as never],
  ],
  [
    'addresses that are none, or hold a user name',
    'targets: [pay.example.com, "http://pay.example.com", "https://me:word@pay.example.com", https://pay.example.com/]\n',
    [
      '1: targets[0]: Expected an address such as https://pay.example.com',
      '1: targets[1]: Expected an address such as https://pay.example.com',
      '1: targets[2]: Expected an address without a user name and without #',
    ],
  ],
  [
    'an exposure that expects nothing known',
    'exposure: [{ url: "http://10.0.0.1:8080/", expect: closed }]\n',
    ['1: exposure[0].expect: Expected unreachable or authentication'],
  ],
  ['broken YAML', 'default: [repository\n', [expect.stringContaining('not valid YAML') as never]],
  ['a list', '- repository\n', [expect.stringContaining('1: : ') as never]],
  ['a file that is far too long', `# ${'x'.repeat(100_001)}`, ['undefined: : At most 100,000 characters']],
])('%s', (_, text, expected) => {
  expect(problemsOf(text)).toEqual(expected);
});

test.each<[string, string, Scope, string[]]>([
  [
    'risk in the organisation',
    'risk: HIGH\n',
    'organisation',
    ['1: risk: "risk" describes one service: it belongs in that repository\'s own file'],
  ],
  ['risk in a repository', 'risk: HIGH\n', 'repository', []],
  [
    'may_loosen in a repository',
    'version: 1\nmay_loosen: [waivers]\n',
    'repository',
    ['2: may_loosen: Only the organisation\'s policy may say "may_loosen"'],
  ],
  [
    'dismissed findings in a repository',
    'scan:\n  dismissed: [{ fingerprint: "7f3a91c2", because: x, by: ann, until: 2027-01-31 }]\n',
    'repository',
    ['2: scan.dismissed: Only the organisation\'s policy may say "scan.dismissed"'],
  ],
  [
    'an id that YAML takes for a number',
    'scan:\n  dismissed:\n    - { fingerprint: 12345678, because: x, by: ann, until: 2027-01-31 }\n',
    'organisation',
    ['3: scan.dismissed[0].fingerprint: Expected the id of a finding, in quotes'],
  ],
  [
    'reports in a repository',
    'reports: { readiness_issue: true }\n',
    'repository',
    ['1: reports: Only the organisation\'s policy may say "reports"'],
  ],
  ['reports in the organisation', 'reports: { readiness_issue: true }\n', 'organisation', []],
  ['may_loosen in the organisation', 'may_loosen: [waivers]\n', 'organisation', []],
])('%s', (_, text, scope, expected) => {
  expect(problemsOf(text, scope)).toEqual(expected);
});

test.each(['', '\n', '# all of it is a comment\n', '---\n# nothing\n'])(
  'a file without keys says nothing: %j',
  (text) => {
    expect(readPolicy(text, 'repository', CATALOGUE)).toMatchObject({ ok: true, value: {} });
  },
);

test('everything that can be said, at once', () => {
  const text = `version: 1
default: [repository, open-source@2]
profiles:
  - when: { topic: [web, api], language: Go, name: "svc-*", visibility: internal, property: { tier: "1" } }
    use: [web-service, open-source@3]
not_applicable:
  - { items: [hsts, csp], when: { visibility: private }, because: Not on the web }
teams: { security: [harbour/security, "@octocat"] }
should_counts_from: MEDIUM
waivers: { MAXIMUM: { days: 1, approvers: 3 }, LOW: { days: 30 } }
evidence: { max_age_days: 180 }
when_closed: record
scan:
  blocks_from: LOW
  confidence: high
  history: block
  dismissed: [{ fingerprint: 7f3a91c2, because: The test key of the docs, by: "@ann", until: 2027-01-31 }]
targets: [https://pay.example.com]
exposure: [{ url: https://admin.example.com/, expect: authentication }]
may_loosen: [teams]
`;
  expect(problemsOf(text, 'organisation')).toEqual([]);
  expect(problemsOf('risk: HIGH\nlaunch: 2027-01-31\nchampion: "@octocat"\n', 'repository')).toEqual([]);
});

test('a thousand aliases of aliases end in a problem, not in a full memory', () => {
  const lines = Array.from({ length: 30 }, (_, n) => `k${n + 1}: &a${n + 1} [*a${n}, *a${n}, *a${n}]`);
  expect(problemsOf(`k0: &a0 [x]\n${lines.join('\n')}\n`).length).toBeGreaterThan(0);
});
