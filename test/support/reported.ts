/** Services as reports tell of them: a ready one unless told. */
import type { Readiness } from '../../src/domain/outlook/readiness.js';
import type { Snapshot } from '../../src/domain/outlook/snapshot.js';
import type { ReportedService } from '../../src/domain/reports/service.js';

export const READY: Readiness = {
  computedAt: new Date('2026-11-22T09:00:00Z'),
  absentBecause: null,
  issueNumber: 1,
  isReady: true,
  grade: 'A',
  score: 90,
  done: 3,
  verified: 2,
  waived: 0,
  stale: 0,
  open: 0,
  unknown: 0,
  notApplicable: 1,
  required: 5,
  blockers: [],
  blockerCount: 0,
  openSecrets: 0,
  risk: 'MEDIUM',
  launchOn: null,
  launchedOn: null,
  champion: null,
};

export const BLOCKED: Partial<Readiness> = {
  isReady: false,
  grade: 'C',
  score: 50,
  blockers: [{ itemId: 'hsts', text: 'HSTS is missing' }, { text: 'one committed secret is not rotated' }],
  blockerCount: 2,
  openSecrets: 1,
};

/** As `BLOCKED` was a week ago, with three in the way. */
export const WEEK_AGO: Snapshot = {
  day: '2026-11-15',
  score: 30,
  met: 4,
  applicable: 7,
  required: 5,
  waived: 0,
  stale: 0,
  blockers: 3,
  openSecrets: 1,
  launchOn: null,
};

export function serviceNamed(
  name: string,
  readiness: Partial<Readiness> = {},
  rest: Partial<Omit<ReportedService, 'readiness' | 'name'>> = {},
): ReportedService {
  return {
    id: 7,
    owner: 'harbour',
    name,
    isPrivate: false,
    forecast: null,
    isAtRisk: false,
    weekAgo: null,
    ...rest,
    readiness: { ...READY, ...readiness },
  };
}

export const HARBOUR = {
  account: 'harbour',
  githubUrl: 'https://github.com',
  pagesUrl: 'https://seaworthy.example.com',
};
