/** What `seaworthy/launch` says, and that nothing in it can be taken for Markdown or a mention. */
import {
  decisive,
  type LaunchFacts,
  type LaunchGate,
  launchCheck,
  launchUnable,
} from '../../../src/domain/readiness/launch-check.js';
import type { Blocker, ItemState, Summary } from '../../../src/domain/checklist/index.js';
import { upsertCheckRun } from '../../../src/infra/github/check-runs.js';
import { askWaiver, falsePositive, readAction, REFRESH } from '../../../src/domain/readiness/actions.js';
import { checksInMemory, REPOSITORY, sha } from '../../support/flow-context.js';

const summaryWith = (blockers: readonly Blocker[], more: Partial<Summary> = {}): Summary => ({
  counts: {
    open: blockers.length,
    done: 3,
    verified: 0,
    stale: 0,
    'not-applicable': 0,
    waived: 0,
    unknown: 0,
    total: 5,
  },
  grade: { letter: 'C+', score: 60, sum: 60, lines: [] },
  nextGrade: { letter: 'B-', items: 1 },
  waivedUntil: null,
  blockers,
  next: [],
  waiting: [],
  ...more,
});
const waived = (count: number): Partial<Summary> => ({
  counts: { ...summaryWith([]).counts, waived: count },
  waivedUntil: '2027-01-31',
});

const OBSERVED: LaunchGate = {
  stance: { mode: 'observe', rampsOn: null },
  whenUnable: 'neutral',
  branches: ['main', 'release/*'],
};
const gate = (mode: LaunchGate['stance']['mode'], rampsOn: string | null = null): LaunchGate => ({
  ...OBSERVED,
  stance: { mode, rampsOn },
});

const facts = (summary: Summary, more: Partial<LaunchFacts> = {}): LaunchFacts => ({
  gate: OBSERVED,
  summary,
  states: new Map(),
  secrets: [],
  issueUrl: 'https://example.com/issues/1',
  absentBecause: null,
  ...more,
});

const HSTS: Blocker = { itemId: 'hsts', text: 'Only HTTPS' };
const CSP: Blocker = { itemId: 'csp', text: 'A content policy' };
const SECRET = { id: '7f3a91c2', kind: 'AWS access key', preview: 'AKIA…', rotate: 'https://example.com/rotate' };
const ENFORCED = gate('enforce');

describe('decisive', () => {
  const before = facts(summaryWith([HSTS]));
  const moreOpen = { counts: { ...before.summary.counts, open: 4, done: 0, total: 9 } };

  test.each<[string, LaunchFacts, boolean]>([
    ['not what is open besides', facts(summaryWith([HSTS], moreOpen)), false],
    ['another blocker in the place of the first', facts(summaryWith([CSP])), true],
    [
      'that a waiver was asked for',
      facts(summaryWith([HSTS], { waiting: [{ itemId: 'hsts', since: '2026-11-20' }] as never })),
      true,
    ],
    ['the mode', facts(summaryWith([HSTS]), { gate: ENFORCED }), true],
  ])('is %s', (_, after, isAnother) => {
    expect(JSON.stringify(decisive(after)) !== JSON.stringify(decisive(before))).toBe(isAnother);
  });
});

test.each<[string, LaunchFacts, string, string]>([
  ['ready', facts(summaryWith([])), 'success', 'Ready to launch, grade C+'],
  ['with nothing to grade', facts(summaryWith([], { grade: null, nextGrade: null })), 'success', 'Ready to launch'],
  [
    'with a risk accepted',
    facts(summaryWith([], waived(1))),
    'success',
    'Ready to launch, grade C+ (1 risk accepted until 2027-01-31)',
  ],
  [
    'with two risks accepted',
    facts(summaryWith([], waived(2))),
    'success',
    'Ready to launch, grade C+ (2 risks accepted, the first until 2027-01-31)',
  ],
  ['not ready, observed', facts(summaryWith([HSTS, CSP])), 'neutral', 'Not ready: 2 blockers, grade C+'],
  [
    'not ready, warned',
    facts(summaryWith([HSTS]), { gate: gate('warn') }),
    'neutral',
    'Not ready: 1 blocker, grade C+',
  ],
  ['not ready, enforced', facts(summaryWith([HSTS]), { gate: ENFORCED }), 'failure', 'Not ready: 1 blocker, grade C+'],
  [
    'ready with a bad grade, enforced',
    facts(summaryWith([]), { gate: ENFORCED }),
    'success',
    'Ready to launch, grade C+',
  ],
  ['switched off', facts(summaryWith([HSTS]), { gate: gate('off') }), 'skipped', 'Switched off by the policy'],
  [
    'switched off until a day',
    facts(summaryWith([HSTS]), { gate: gate('off', '2027-02-01') }),
    'skipped',
    'Switched off until 2027-02-01',
  ],
  ['no issue', facts(summaryWith([]), { issueUrl: null }), 'neutral', 'Not known: there is no baseline issue'],
  [
    'no issue, enforced',
    facts(summaryWith([]), { issueUrl: null, gate: ENFORCED }),
    'neutral',
    'Not known: there is no baseline issue',
  ],
  [
    'no issue, enforced, and the policy fails closed',
    facts(summaryWith([]), { issueUrl: null, gate: { ...ENFORCED, whenUnable: 'failure' } }),
    'failure',
    'Not known: there is no baseline issue',
  ],
])('%s', (_, given, conclusion, title) => {
  expect(launchCheck(given)).toMatchObject({ conclusion, title });
});

test('blockers come first, each with a link and what to do, then what is open, then how it is enforced', () => {
  const summary = summaryWith(
    [{ text: '1 committed secret is neither rotated nor dismissed' }, HSTS, CSP, { itemId: 'mfa', text: 'MFA' }],
    {
      waiting: [{ itemId: 'csp', since: '2026-11-20' }],
    },
  );
  const unknown: ItemState = { kind: 'unknown', at: '2026-11-20T00:00:00Z', reason: 'no answer' } as ItemState;
  const content = launchCheck(
    facts(summary, { secrets: [SECRET], states: new Map([['mfa', unknown]]), gate: gate('observe', '2027-02-01') }),
  );
  const guide = 'https://github.com/seaworthy-app/seaworthy/blob/main/docs/generated/catalogue.md';
  expect(content.summary).toBe(
    [
      'In the way of the launch (commands are comments on [the baseline issue](https://example.com/issues/1)):',
      '',
      '- 1 committed secret is neither rotated nor dismissed ([the baseline issue](https://example.com/issues/1)):',
      '  - **AWS access key** `AKIA…`: [rotate it](https://example.com/rotate), then `/baseline rotated 7f3a91c2 <link to the evidence>`; no secret: `/baseline false-positive 7f3a91c2 because <reason>`',
      `- [\`hsts\`](${guide}#hsts) Only HTTPS: [tick it](https://example.com/issues/1) once it is done, or \`/baseline done hsts <link to the evidence>\``,
      `- [\`csp\`](${guide}#csp) A content policy: waits for approval since 2026-11-20: \`/baseline approve csp\``,
      `- [\`mfa\`](${guide}#mfa) MFA: have it looked at again: \`/baseline refresh\``,
      '',
      '4 items are open of 5 items in [the baseline issue](https://example.com/issues/1).',
      '',
      'Observed only until 2027-02-01, then required on `main` and `release/*`.',
    ].join('\n'),
  );
});

test.each<[string, LaunchGate, string]>([
  [
    'observed',
    OBSERVED,
    'Observed only: it holds no merge up. `gates.launch.mode: enforce` in `.github/seaworthy.yml` changes that',
  ],
  [
    'observed for now',
    gate('observe', '2027-02-01'),
    'Observed only until 2027-02-01, then required on `main` and `release/*`.',
  ],
  [
    'warned for now',
    gate('warn', '2027-02-01'),
    '**A warning only until 2027-02-01, then required on `main` and `release/*`.**',
  ],
  ['enforced', ENFORCED, 'Enforced on `main` and `release/*`: it fails while anything is in the way'],
  ['off for now', gate('off', '2027-02-01'), 'until 2027-02-01, then required on `main` and `release/*`.'],
])('how it stands is said, ready or not: %s', (_, given, expected) => {
  expect(launchCheck(facts(summaryWith([]), { gate: given })).summary).toContain(expected);
  expect(launchCheck(facts(summaryWith([HSTS]), { gate: given })).summary).toContain(expected);
});

test('why there is no issue is said', () => {
  const given = facts(summaryWith([]), { issueUrl: null, absentBecause: 'issues are switched off in it' });
  expect(launchCheck(given).summary).toContain('no baseline issue: issues are switched off in it.');
});

test('readiness that could not be told passes or not, as the policy says, with the reason', () => {
  const told = (whenUnable: 'neutral' | 'failure', mode: LaunchGate['stance']['mode'] = 'enforce') =>
    launchUnable({ ...gate(mode), whenUnable }, 'GitHub did not answer');
  expect(told('neutral')).toMatchObject({ conclusion: 'neutral', title: 'Not known: readiness could not be told' });
  expect(told('neutral').summary).toContain('GitHub did not answer.');
  expect(told('failure').conclusion).toBe('failure');
  expect(told('failure', 'observe').conclusion).toBe('neutral');
  expect(told('failure', 'off').conclusion).toBe('skipped');
});

test.each<[string, Summary, readonly string[]]>([
  ['ready', summaryWith([]), ['refresh']],
  ['one item in the way', summaryWith([HSTS]), ['refresh', askWaiver('hsts').identifier]],
  ['two', summaryWith([HSTS, CSP]), ['refresh']],
  ['a secret, which nobody may waive', summaryWith([{ text: 'A secret' }]), ['refresh']],
  ['asked already', summaryWith([HSTS], { waiting: [{ itemId: 'hsts', since: '2026-11-20' }] }), ['refresh']],
])('buttons: %s', (_, summary, expected) => {
  expect(launchCheck(facts(summary)).actions?.map(({ identifier }) => identifier)).toEqual(expected);
});

test('buttons keep to what GitHub takes, and say what they were shown for', () => {
  const buttons = [REFRESH, falsePositive('1a2b3c4d'), askWaiver(`an-item-of-a-${'long-'.repeat(20)}name`)];
  expect(askWaiver('hsts').identifier).not.toBe(askWaiver('csp').identifier);
  expect(readAction('dismiss:1a2b3c4d')).toEqual({ action: 'false-positive', about: '1a2b3c4d' });
  expect(['other', 'dismiss:', 'constructor:1', 'waive'].map(readAction)).toEqual([null, null, null, null]);
  for (const { identifier, label, description } of buttons) {
    expect(readAction(identifier)).not.toBeNull();
    expect([identifier.length <= 20, label.length <= 20, description.length <= 40]).toEqual([true, true, true]);
  }
});

test('the text of a blocker is shown as it is, and notifies nobody', () => {
  const text = '@harbour/all <img src=x> [click](https://example.com)';
  const link = { text: 'go', url: 'javascript:alert(1)' };
  const { summary } = launchCheck(
    facts(
      summaryWith([
        { itemId: 'hsts', text },
        { text, link },
      ]),
    ),
  );
  expect(summary).toContain('[`hsts`](');
  expect(summary).not.toMatch(/@harbour|<img|\[click\]|javascript:/);
});

test('however much is in the way, it fits: GitHub counts bytes', async () => {
  const many = Array.from({ length: 400 }, (_, at) => ({ itemId: `item-${at}`, text: '⚓'.repeat(300) }));
  const { title, summary, annotations } = launchCheck(facts(summaryWith(many), { secrets: Array(200).fill(SECRET) }));
  expect(summary).toContain('and 380 more');
  expect(Buffer.byteLength(summary)).toBeLessThan(65_535);
  const { checks, runs } = checksInMemory();
  const key = { name: 'seaworthy/launch', headSha: sha('a'), externalId: 'x' };
  const output = {
    title,
    summary: summary.repeat(9),
    annotations: annotations.map((each) => ({ ...each, startLine: 1, endLine: 1 })),
  };
  await upsertCheckRun(checks, REPOSITORY, key, { status: 'completed', conclusion: 'neutral', output });
  const sent = runs.get(1)?.output?.summary ?? '';
  expect(Buffer.byteLength(sent)).toBeLessThanOrEqual(65_535);
  expect(sent).toContain('Cut here');
});
