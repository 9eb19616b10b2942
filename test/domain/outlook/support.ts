/** A service in the middle of its way, for the tests. */
import type { Readiness } from '../../../src/domain/outlook/readiness.js';

export const READINESS: Readiness = {
  computedAt: new Date('2026-11-22T10:00:00Z'),
  absentBecause: null,
  issueNumber: 1,
  isReady: false,
  grade: 'C+',
  score: 60,
  done: 8,
  verified: 2,
  waived: 1,
  stale: 1,
  open: 4,
  unknown: 1,
  notApplicable: 3,
  required: 12,
  blockers: [{ itemId: 'hsts', text: 'Browsers are told to use HTTPS only' }],
  blockerCount: 4,
  openSecrets: 1,
  risk: 'HIGH',
  launchOn: '2027-03-01',
  launchedOn: null,
  champion: 'octocat',
};
