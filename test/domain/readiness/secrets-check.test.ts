/** What `seaworthy/secrets` says for every kind of verdict. */
import { falsePositive } from '../../../src/domain/readiness/actions.js';
import type { Stance } from '../../../src/domain/readiness/gate.js';
import {
  type SecretsVerdict,
  type ShownFinding,
  secretsCheck as checkOf,
  secretsUnable,
  secretsWatched,
} from '../../../src/domain/readiness/secrets-check.js';

const HEAD = 'a'.repeat(40);
const ENFORCED: Stance = { mode: 'enforce', rampsOn: null };
const secretsCheck = (given: SecretsVerdict, stance = ENFORCED) => checkOf(given, stance);

const finding = (over: Partial<ShownFinding> = {}): ShownFinding => ({
  id: '7f3a',
  kind: 'AWS access key',
  path: 'src/config.ts',
  line: 3,
  commit: HEAD,
  preview: 'AKIA…',
  rotate: 'https://example.com/rotate',
  lineAtHead: 3,
  ...over,
});

const verdict = (over: Partial<SecretsVerdict> = {}): SecretsVerdict => ({
  commits: 3,
  files: 14,
  findings: [],
  notices: [],
  settled: 0,
  unseen: [],
  ...over,
});

test('all seen and nothing found passes', () => {
  const content = secretsCheck(verdict());
  expect(content).toMatchObject({ conclusion: 'success', title: 'No secrets in 3 commits, 14 files', annotations: [] });
});

test('settled findings pass, and are not passed over in silence', () => {
  const content = secretsCheck(verdict({ settled: 2 }));
  expect(content).toMatchObject({ conclusion: 'success', title: 'No open secrets in 3 commits, 14 files' });
  expect(content.summary).toContain('2 findings on this branch are rotated or dismissed');
});

test('nothing new says so', () => {
  expect(secretsCheck(verdict({ commits: 0, files: 0 })).title).toBe('No new commits to look at');
});

test('a finding fails, with an annotation on its line', () => {
  const content = secretsCheck(verdict({ findings: [finding()] }));
  expect(content.conclusion).toBe('failure');
  expect(content.title).toBe('1 secret committed');
  expect(content.summary).toContain('/baseline rotated 7f3a');
  expect(content.annotations).toEqual([expect.objectContaining({ path: 'src/config.ts', line: 3, level: 'failure' })]);
});

test('a finding of an older commit is annotated on the line where it stands now', () => {
  const content = secretsCheck(verdict({ findings: [finding({ commit: 'b'.repeat(40), lineAtHead: 9 })] }));
  expect(content.annotations).toEqual([expect.objectContaining({ path: 'src/config.ts', line: 9 })]);
});

test('a finding that does not stand at the head any more is named by its commit, without an annotation', () => {
  const content = secretsCheck(verdict({ findings: [finding({ commit: 'b'.repeat(40), lineAtHead: null })] }));
  expect(content.summary).toContain('commit bbbbbbb');
  expect(content.annotations).toEqual([]);
});

test('notices are named and pass', () => {
  const content = secretsCheck(verdict({ notices: [finding()] }));
  expect(content).toMatchObject({
    conclusion: 'success',
    title: 'No secrets in 3 commits, 14 files; 1 possible one to look at',
    annotations: [],
  });
  expect(content.summary).toContain('**AWS access key** `AKIA…` in `src/config.ts:3`');
  expect(content.summary).toContain('/baseline false-positive 7f3a');
});

test('notices beside a finding are told apart from it', () => {
  const content = secretsCheck(verdict({ findings: [finding()], notices: [finding({ id: '8a', kind: 'Password' })] }));
  expect(content.title).toBe('1 secret committed');
  expect(content.summary).toMatch(/1 finding may be a secret; by the policy it does not block:\n\n- \*\*Password/);
});

test('nothing found but something unseen still fails', () => {
  const content = secretsCheck(verdict({ unseen: [{ what: 'big.bin', reason: 'larger than 100 MB' }] }));
  expect(content).toMatchObject({ conclusion: 'failure', title: '1 item could not be looked at' });
  expect(content.summary).toContain('`big.bin`: larger than 100 MB');
});

test('hundreds of findings stay readable', () => {
  const content = secretsCheck(verdict({ findings: Array.from({ length: 300 }, () => finding()) }));
  expect(content.title).toBe('300 secrets committed');
  expect(content.summary).toContain('and 280 more findings');
  expect(content.annotations).toHaveLength(300);
});

test.each([
  ['backticks', 'a`b``c.ts', '``` a`b``c.ts:3 ```'],
  ['line breaks', 'a\nb.ts', '`a b.ts:3`'],
  ['characters that turn the text around', 'a\u202egnp.ts', '`a gnp.ts:3`'],
])('a path with %s stays inside its code span', (_, path, expected) => {
  expect(secretsCheck(verdict({ findings: [finding({ path })] })).summary).toContain(expected);
});

describe('a gate that is not enforced', () => {
  const at = (mode: Stance['mode'], rampsOn: string | null = null): Stance => ({ mode, rampsOn });
  const found = verdict({ findings: [finding()] });

  test.each<[string, SecretsVerdict, Stance, string, readonly string[]]>([
    ['observes', found, at('observe'), 'neutral', ['notice']],
    ['warns', found, at('warn', '2027-02-01'), 'neutral', ['warning']],
    ['warns of what could not be seen', verdict({ unseen: [{ what: 'a', reason: 'b' }] }), at('warn'), 'neutral', []],
    ['passes what is clean', verdict(), at('observe'), 'success', []],
    ['is off, and does not hang', found, at('off'), 'skipped', []],
  ])('%s', (_, given, stance, conclusion, levels) => {
    const content = secretsCheck(given, stance);
    expect(content.conclusion).toBe(conclusion);
    expect(content.annotations.map(({ level }) => level)).toEqual(levels);
  });

  test('says so, and from when on it is, beforehand', () => {
    expect(secretsCheck(found, at('warn', '2027-02-01')).summary).toContain(
      '**A warning only until 2027-02-01, then required on every branch.**',
    );
    expect(secretsCheck(verdict(), at('observe')).summary).toContain('Observed only');
    expect(secretsCheck(found).summary).not.toMatch(/enforced|observed|warning/i);
  });
});

test('when nobody could look it fails, with the reason, unless it only warns or is off', () => {
  const of = (mode: Stance['mode']) => secretsUnable('GitHub did not answer', { mode, rampsOn: null });
  expect(of('enforce')).toMatchObject({
    conclusion: 'failure',
    title: 'Not known: the commits could not be looked at',
  });
  expect(of('enforce').summary).toContain('GitHub did not answer.');
  expect([of('warn'), of('observe'), of('off')].map(({ conclusion }) => conclusion)).toEqual([
    'neutral',
    'neutral',
    'skipped',
  ]);
});

test('a commit from before us passes without a word that it was looked at', () => {
  const content = secretsWatched(ENFORCED);
  expect(content).toMatchObject({ conclusion: 'success', title: 'Watching from here on' });
  expect(content.summary).toContain('/baseline scan history');
});

test.each<[string, readonly ShownFinding[], readonly string[]]>([
  ['nothing open', [], ['refresh']],
  ['one finding', [finding()], ['refresh', falsePositive(finding().id).identifier]],
  [
    'one finding in two places',
    [finding(), finding({ path: 'b' })],
    ['refresh', falsePositive(finding().id).identifier],
  ],
  ['two findings', [finding(), finding({ id: '9c01' })], ['refresh']],
])('buttons with %s', (_, findings, expected) => {
  expect(secretsCheck(verdict({ findings })).actions?.map(({ identifier }) => identifier)).toEqual(expected);
});
