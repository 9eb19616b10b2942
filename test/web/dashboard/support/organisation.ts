/** An organisation as the queries would answer it, with names and texts that are not kind to a page. */
import { dayOf } from '../../../../src/core/clock.js';
import { type Checklist, type ItemState, itemsOf, summarise } from '../../../../src/domain/checklist/index.js';
import { addDays } from '../../../../src/domain/life/terms.js';
import type { Readiness } from '../../../../src/domain/outlook/readiness.js';
import type { Snapshot } from '../../../../src/domain/outlook/snapshot.js';
import type { Launch } from '../../../../src/infra/db/dashboard/launches.js';
import type { RepositoryLine } from '../../../../src/infra/db/dashboard/line.js';
import type { RepositoryList } from '../../../../src/infra/db/dashboard/organisation.js';
import type { RepositoryDetails } from '../../../../src/infra/db/dashboard/repository.js';
import type { OrganisationFrame } from '../../../../src/web/dashboard/components/frame.js';
import type { RepositoryPageProps, Standing } from '../../../../src/web/dashboard/pages/repository/page.js';
import { frame, NOW } from './frame.js';

export const TODAY = dayOf(NOW);

/** Of an owner of the organisation. */
export const FRAME: OrganisationFrame = {
  ...frame(),
  session: { viewer: { userId: 7, login: 'ada' }, formToken: (path) => `token of ${path}` },
  organisation: { account: 'acme', seat: 'owner' },
};

export const READY: Readiness = {
  computedAt: new Date('2026-11-23T10:00:00.000Z'),
  absentBecause: null,
  issueNumber: 1,
  isReady: true,
  grade: 'A',
  score: 95,
  done: 14,
  verified: 8,
  waived: 1,
  stale: 0,
  open: 2,
  unknown: 0,
  notApplicable: 4,
  required: 20,
  blockers: [],
  blockerCount: 0,
  openSecrets: 0,
  risk: 'MEDIUM',
  launchOn: '2026-12-15',
  launchedOn: null,
  champion: 'grace',
};

export const NOT_READY: Readiness = {
  ...READY,
  isReady: false,
  grade: 'C+',
  score: 60,
  done: 8,
  verified: 4,
  waived: 2,
  stale: 2,
  unknown: 1,
  open: 8,
  blockers: [{ itemId: 'hsts', text: 'Browsers are told to use HTTPS only, for every page' }, { text: 'A secret' }],
  blockerCount: 4,
  openSecrets: 2,
  risk: 'HIGH',
};

export function lineOf(name: string, readiness: Readiness, more: Partial<RepositoryLine> = {}): RepositoryLine {
  return {
    id: 1,
    owner: 'acme',
    name,
    isPrivate: false,
    readiness,
    forecast: null,
    isAtRisk: false,
    trend: [40, 45, 45, 55, 60, 60, 70, 75],
    ...more,
  };
}

const RANGE = { kind: 'range', from: '2026-12-10', to: '2027-01-08' } as const;
const UNCLEAR = { kind: 'unclear', because: 'Nothing has been settled in the last six weeks.' } as const;

export const LINES: readonly RepositoryLine[] = [
  lineOf('payments-api', NOT_READY, { forecast: RANGE, isAtRisk: true, isPrivate: true }),
  lineOf('web-checkout', READY),
  lineOf(
    'customer-portal',
    { ...NOT_READY, grade: 'B-', score: 65, risk: 'MAXIMUM', launchOn: '2027-02-01', champion: null },
    { forecast: { ...RANGE, to: RANGE.from }, trend: [70, 70, 65, 65, 65, 65, 65, 65] },
  ),
  lineOf('design-system', { ...READY, grade: 'A+', launchOn: null, launchedOn: '2026-11-03', risk: 'LOW' }),
  lineOf(
    'legacy-billing',
    { ...NOT_READY, grade: 'F', score: 10, launchOn: null, risk: null, champion: 'linus' },
    { forecast: UNCLEAR, trend: [null, null, null, null, null, null, null, 10] },
  ),
  lineOf('handbook', { ...READY, grade: null, score: null, absentBecause: 'issues are switched off', champion: null }),
];

export const LIST: RepositoryList = {
  lines: LINES,
  totals: {
    repositories: 128,
    byGrade: new Map([
      ['A+', 9],
      ['A', 31],
      ['B+', 22],
      ['B-', 17],
      ['C+', 24],
      ['D', 8],
      ['F', 5],
    ]),
    ungraded: 12,
    ready: 61,
    launched: 12,
    atRisk: 7,
    launchingSoon: 11,
    openSecrets: 3,
    oldestComputedAt: new Date('2026-11-23T09:00:00.000Z'),
  },
  page: 1,
  all: 128,
  pending: 0,
  champions: ['ada', 'grace', 'linus'],
};

/** Some weeks of steady work. */
export function snapshotsOf(days: number): readonly Snapshot[] {
  return Array.from({ length: days }, (_, index) => ({
    day: addDays(TODAY, index - days + 1),
    score: 40 + index,
    met: 4 + Math.floor(index / 5),
    applicable: 25,
    required: index < 12 ? 18 : 20,
    waived: 1,
    stale: 0,
    blockers: Math.max(4, 15 - Math.floor(index / 4)),
    openSecrets: 2,
    launchOn: '2026-12-15',
  }));
}

const STATES: ReadonlyArray<ItemState> = [
  { kind: 'done', by: 'ada', at: '2026-11-20T10:00:00.000Z', evidence: 'https://example.com/proof' },
  { kind: 'verified', at: '2026-11-22T10:00:00.000Z', evidence: 'https://payments.example.com' },
  { kind: 'open' },
  { kind: 'stale', at: '2026-11-01T10:00:00.000Z', reason: 'attested more than 180 days ago' },
  {
    kind: 'waived',
    by: 'linus',
    approver: 'grace',
    at: '2026-11-01T10:00:00.000Z',
    until: '2027-01-31',
    reason: 'the new gateway replaces it in January',
  },
  { kind: 'unknown', at: '2026-11-22T10:00:00.000Z', reason: 'the site did not answer in 10 s' },
  { kind: 'not-applicable', by: 'ada', at: '2026-11-10T10:00:00.000Z', reason: 'no e-mail is sent' },
];

export function standingOf(checklists: readonly Checklist[], text = 'the vendor ships the fix in December'): Standing {
  const items = itemsOf(checklists);
  const states = new Map(
    items.map((item, index): [string, ItemState] => [item.id, STATES[index % STATES.length] ?? { kind: 'open' }]),
  );
  const asked = { by: 'linus', approvedBy: [], since: '2026-11-20', until: '2027-01-15', reason: text };
  const asides = new Map([[items[2]?.id ?? '', { asked, assigned: ['grace'] }]]);
  const header = { risk: 'HIGH', launch: '2026-12-15', champion: 'grace', shouldCounts: false } as const;
  return { checklists, states, asides, header, summary: summarise(checklists, states, header, asides) };
}

export function detailsOf(line: RepositoryLine | null, text = 'payments-api'): RepositoryDetails {
  const repository = { id: 1, owner: 'acme', name: text };
  return {
    ...repository,
    isPrivate: true,
    isArchived: false,
    permission: 'admin',
    line,
    findings: [
      {
        id: '7f3a',
        kind: 'AWS access key',
        ruleId: 'aws',
        severity: 'MAXIMUM',
        confidence: 'high',
        preview: 'AKIA…',
        origin: 'push',
        state: 'open',
        foundAt: new Date('2026-11-21T10:00:00.000Z'),
        place: { path: `config/${text}/settings.py`, line: 14, commit: 'a'.repeat(40) },
        settledBy: null,
        settledAt: null,
        settledBecause: null,
      },
      {
        id: '8b1c',
        kind: 'Slack webhook',
        ruleId: 'slack',
        severity: 'HIGH',
        confidence: 'high',
        preview: 'https://hooks…',
        origin: 'push',
        state: 'rotated',
        foundAt: new Date('2026-10-01T10:00:00.000Z'),
        place: null,
        settledBy: 'ada',
        settledAt: new Date('2026-10-02T10:00:00.000Z'),
        settledBecause: text,
      },
    ],
    findingCount: 5,
    waivers: [
      {
        id: 1,
        repository,
        itemId: 'hsts',
        state: 'active',
        requestedBy: 'linus',
        requestedAt: new Date('2026-11-01T10:00:00.000Z'),
        approvals: [{ by: 'grace', at: '2026-11-02T10:00:00.000Z' }],
        until: '2027-01-31',
        reason: text,
      },
    ],
    timeline: ['item.done', 'waiver.asked', 'service.launch', 'finding.rotated', 'baseline.opened'].map(
      (kind, index) => ({
        seq: 9 - index,
        at: new Date(NOW.getTime() - index * 86_400_000),
        actor: 'ada',
        repository,
        subject: kind.startsWith('service') ? 'service' : `item:hsts`,
        kind,
        data: { to: { launchOn: '2026-12-15', evidence: text }, until: '2027-01-15', reason: text },
        hash: 'f'.repeat(64),
      }),
    ),
    snapshots: snapshotsOf(45),
    verifiedAt: new Date('2026-11-22T10:00:00.000Z'),
  };
}

export function repositoryProps(checklists: readonly Checklist[], text?: string): RepositoryPageProps {
  const line = lineOf(text ?? 'payments-api', NOT_READY, { forecast: RANGE, isAtRisk: true });
  return {
    frame: FRAME,
    details: detailsOf(line, text),
    standing: standingOf(checklists, text),
    may: { write: true, approve: true },
    badge:
      '[![baseline](https://seaworthy.example.com/badge/1/abc.svg)](https://seaworthy.example.com/o/acme/r/payments-api)',
  };
}

export const LAUNCHES: readonly Launch[] = LINES.filter(({ readiness }) => readiness.launchOn !== null).map(
  (line, index) => ({
    ...line,
    weekAgo: snapshotsOf(45)[37 - index] ?? null,
  }),
);
