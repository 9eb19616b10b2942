/** What becomes of a deployment that waits, and what people are told. */
import { type DeploymentFacts, decideDeployment } from '../../../src/domain/readiness/deployment.js';
import { DEFAULTS } from '../../../src/domain/policy/index.js';
import type { ShownFinding } from '../../../src/domain/readiness/secrets-check.js';

const finding: ShownFinding = {
  id: '7f3a91c2',
  kind: 'AWS access key',
  path: 'src/uploads.js',
  line: 2,
  commit: 'a'.repeat(40),
  preview: 'AKIA…7Q',
  rotate: 'https://example.com/rotate',
  lineAtHead: null,
};
const blocker = { itemId: 'hsts', text: 'HTTPS everywhere' };
const gate: DeploymentFacts['gate'] = {
  mode: 'enforce',
  enforceFrom: null,
  environments: ['production*'],
  whenNotReady: 'wait',
};
const ready: DeploymentFacts = {
  environment: 'production',
  sha: 'abcdef1234567890',
  gate,
  whenUnable: 'neutral',
  launch: { kind: 'known', blockers: [] },
  secrets: { kind: 'seen', findings: [], unseen: [] },
  issueUrl: 'https://github.com/harbour/quay/issues/1',
  today: '2026-11-22',
  givenUpOn: null,
};
const blocked = { ...ready, launch: { kind: 'known', blockers: [blocker] } } as const;
const leaked = { ...ready, secrets: { kind: 'seen', findings: [finding], unseen: [] } } as const;
const unseen = {
  ...ready,
  secrets: { kind: 'seen', findings: [], unseen: [{ what: 'big.bin', reason: 'over 100 MB' }] },
} as const;
const unread = { ...ready, secrets: { kind: 'unable', because: 'GitHub did not answer as it should' } } as const;
const unopened = {
  ...ready,
  launch: { kind: 'unable', because: 'there is no baseline issue' },
  issueUrl: null,
} as const;
const refusing = { ...gate, whenNotReady: 'reject' } as const;

test.each<[string, DeploymentFacts, string, string]>([
  ['ready', ready, 'approve', 'nothing is in the way of `abcdef1`'],
  ['an item open', blocked, 'hold', 'HTTPS everywhere: `/baseline done hsts <link to the evidence>`'],
  ['a secret in it', leaked, 'hold', '/baseline rotated 7f3a91c2'],
  ['not seen whole', unseen, 'hold', 'Could not be looked at: `big.bin`, over 100 MB'],
  ['not read at all', unread, 'hold', 'Not known whether secrets were committed: GitHub did not answer'],
  ['readiness not known', unopened, 'approve', 'Readiness is not known: there is no baseline issue'],
  ['readiness not known, by a strict policy', { ...unopened, whenUnable: 'failure' }, 'hold', 'no baseline issue'],
  ['an item open, where that is refused', { ...blocked, gate: refusing }, 'reject', 'Deploy again once'],
  ['not read at all, where what is not ready is refused', { ...unread, gate: refusing }, 'hold', 'Not known whether'],
  ['an item open, observed', { ...blocked, gate: { ...gate, mode: 'observe' } }, 'approve', 'Observed only; these'],
  ['an item open, warned of', { ...blocked, gate: { ...gate, mode: 'warn' } }, 'approve', '**A warning only**'],
  ['not read, observed', { ...unread, gate: { ...gate, mode: 'observe' } }, 'approve', 'Not known whether secrets'],
  [
    'an item open, before the ramp',
    { ...blocked, gate: { ...gate, enforceFrom: '2026-11-23' } },
    'approve',
    'these would hold it from 2026-11-23 on',
  ],
  ['an item open, from the ramp on', { ...blocked, gate: { ...gate, enforceFrom: '2026-11-22' } }, 'hold', '**Held**'],
  ['an item open, gate off', { ...blocked, gate: { ...gate, mode: 'off' } }, 'approve', 'deployments are not gated'],
  ['another environment', { ...leaked, environment: 'staging' }, 'approve', 'no pattern of'],
  ['an environment in capitals', { ...leaked, environment: 'Production-EU' }, 'hold', '**Held**'],
  [
    'waiting for long',
    { ...blocked, givenUpOn: '2026-12-22' },
    'hold',
    'GitHub gives this deployment up on 2026-12-22',
  ],
])('%s', (_, facts, action, expected) => {
  const decision = decideDeployment(facts);
  expect(decision.action).toBe(action);
  expect(decision.comment).toContain(expected);
});

test('the defaults hold nothing up, in any environment', () => {
  const { deployments } = DEFAULTS.gates;
  for (const environment of ['production', 'prod', 'staging'])
    expect(decideDeployment({ ...leaked, environment, gate: deployments }).action).toBe('approve');
});

test('however much is in the way, the comment fits, counts the rest, and keeps the warning', () => {
  const blockers = Array.from({ length: 60 }, (_, n) => ({ itemId: `item-${n}`, text: `Item ${n} ${'x'.repeat(90)}` }));
  const facts = { ...ready, launch: { kind: 'known', blockers }, givenUpOn: '2026-12-22' } as const;
  const { comment } = decideDeployment(facts);
  expect(comment.length).toBeLessThanOrEqual(1_024);
  expect(comment).toMatch(/- and 5\d more in the baseline issue/);
  expect(comment).toContain('2026-12-22');
});

test('names that people chose cannot break out of the line', () => {
  const odd = { ...leaked, environment: 'production`\n# @harbour' };
  const [first = ''] = decideDeployment(odd).comment.split('\n');
  expect(first).toContain('`` production` # @harbour ``');
});
