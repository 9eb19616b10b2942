/** The System page: what an owner reads off it. */
import type { SystemStatus } from '../../../src/infra/db/dashboard/system.js';
import { SystemPage } from '../../../src/web/dashboard/pages/system.js';
import { HOSTILE, NOW, organisationFrame } from './support/frame.js';

const WELL: SystemStatus = {
  account: 'acme',
  granted: { permissions: {}, events: [] },
  suspendedAt: null,
  jobs: { pending: 2, running: 1, parked: 0, oldestDueSeconds: 0 },
  parked: [],
  lastDelivery: { event: 'push', receivedAt: new Date('2026-11-23T11:00:00.000Z') },
  deliveriesToday: 41,
  reconcile: null,
  reconcileSpent: null,
  repositories: 12,
  known: 11,
  oldestComputedAt: new Date('2026-11-23T02:00:00.000Z'),
};
const NOTHING = { permissions: [], events: [] };

type Props = Parameters<typeof SystemPage>[0];

const shown = (status: Partial<SystemStatus> = {}, rest: Partial<Props> = {}) =>
  String(
    <SystemPage
      frame={organisationFrame({ organisation: { account: 'acme', seat: 'owner' } })}
      status={{ ...WELL, ...status }}
      missing={NOTHING}
      onboarding={null}
      problems={[]}
      tokens={[]}
      {...rest}
    />,
  );

test.each<[string, Partial<SystemStatus>, Partial<Props>, string]>([
  ['all was given', {}, {}, 'Everything that Seaworthy needs was given'],
  [
    'a permission is missing',
    {},
    { missing: { permissions: [{ name: 'checks', needs: 'write', has: 'read' }], events: ['push'] } },
    '<code>checks: write</code>',
  ],
  [
    'a report reaches nobody',
    {},
    { problems: ['The policy sends reports to `launches`, which has no address'] },
    'reports to <code>launches</code>, which has no address',
  ],
  ['webhooks came', {}, {}, '41 in the last 24 hours'],
  ['none came yet', { lastDelivery: null, deliveriesToday: 0 }, {}, 'None came yet'],
  [
    'none came for long',
    { lastDelivery: { event: 'push', receivedAt: new Date('2026-11-20T11:00:00.000Z') } },
    {},
    'Is that too quiet?',
  ],
  ['it is suspended', { suspendedAt: NOW }, {}, 'The installation was suspended'],
  [
    'work waits long',
    { jobs: { pending: 9, running: 1, parked: 0, oldestDueSeconds: 340 } },
    {},
    'has waited 340 seconds',
  ],
  [
    'onboarding goes on',
    {},
    {
      onboarding: {
        installationId: 1,
        startedAt: NOW,
        finishedAt: null,
        isListed: true,
        total: 10_000,
        opened: 312,
        skipped: {},
        hoursLeft: 23,
      },
    },
    '312 of 10,000 opened, about 23 hours left',
  ],
  [
    'a round is under way',
    {
      reconcile: {
        installationId: 1,
        account: 'acme',
        startedAt: new Date('2026-11-23T10:00:00.000Z'),
        endedAt: null,
        repositories: 12,
        looked: 5,
        repairs: 1,
      },
      reconcileSpent: { requests: 7, since: new Date('2026-11-23T10:00:00.000Z') },
    },
    {},
    '5 of 12 looked at, 1 repair asked for',
  ],
])('%s', (_, status, rest, words) => {
  expect(shown(status, rest)).toContain(words);
});

test('what was given up is told with its reason, as text', () => {
  const job = {
    id: 7,
    handler: 'write-issue',
    repository: 'acme/api',
    error: HOSTILE.html,
    parkedAt: NOW,
    canRearm: true,
  };
  const page = shown({ parked: [job], jobs: { ...WELL.jobs, parked: 1 } });
  expect(page).toContain('write-issue');
  expect(page).toContain('acme/api');
  expect(page).not.toContain('<img');
});
