/** What `seaworthy/launch` says, and that nothing in it can be taken for Markdown or a mention. */
import { launchCheck } from '../../../src/domain/readiness/launch-check.js';
import type { Blocker, Summary } from '../../../src/domain/checklist/index.js';

const summaryWith = (blockers: readonly Blocker[], waived = 0): Summary => ({
  counts: { open: 0, done: 3, verified: 0, stale: 0, 'not-applicable': 0, waived, unknown: 0, total: 3 },
  grade: { letter: 'C+', score: 60, sum: 60, lines: [] },
  nextGrade: { letter: 'B-', items: 1 },
  waivedUntil: waived > 0 ? '2027-01-31' : null,
  blockers,
  next: [],
  waiting: [],
});
const facts = { issueUrl: 'https://example.com/issues/1', absentBecause: null };

test.each<[string, Parameters<typeof launchCheck>[0], string, string]>([
  ['ready', { ...facts, summary: summaryWith([]) }, 'success', 'Ready to launch, grade C+'],
  [
    'with nothing to grade',
    { ...facts, summary: { ...summaryWith([]), grade: null, nextGrade: null } },
    'success',
    'Ready to launch',
  ],
  [
    'with a risk accepted',
    { ...facts, summary: summaryWith([], 1) },
    'success',
    'Ready to launch, grade C+ (1 risk accepted until 2027-01-31)',
  ],
  [
    'with two risks accepted',
    { ...facts, summary: summaryWith([], 2) },
    'success',
    'Ready to launch, grade C+ (2 risks accepted, the first until 2027-01-31)',
  ],
  [
    'not ready',
    { ...facts, summary: summaryWith([{ text: 'One' }, { text: 'Two' }]) },
    'neutral',
    'Not ready: 2 blockers, grade C+',
  ],
  [
    'without an issue',
    { ...facts, issueUrl: null, summary: summaryWith([]) },
    'neutral',
    'Not known: there is no baseline issue',
  ],
])('%s', (_, given, conclusion, title) => {
  expect(launchCheck(given)).toMatchObject({ conclusion, title });
});

test('the text of a blocker is shown as it is, and notifies nobody', () => {
  const text = '@harbour/all <img src=x> [click](https://example.com)';
  const link = { text: 'go', url: 'javascript:alert(1)' };
  const { summary } = launchCheck({ ...facts, summary: summaryWith([{ itemId: 'hsts', text, link }]) });
  expect(summary).toContain('- `hsts` ');
  expect(summary).not.toMatch(/@harbour|<img|\[click\]|javascript:/);
});
