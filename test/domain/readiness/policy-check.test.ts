/** What `seaworthy/policy` says: verdict, title, the lines of its summary and its annotations. */
import type { Letter } from '../../../src/domain/checklist/index.js';
import { type Change, type PolicyFacts, policyCheck } from '../../../src/domain/readiness/policy-check.js';

const FILE = '.github/seaworthy.yml';
const facts = (more: Partial<PolicyFacts> = {}): PolicyFacts => ({
  file: FILE,
  scope: 'organisation',
  problems: [],
  ignored: [],
  isRemoved: false,
  repositories: 5_000,
  changes: [],
  isPartial: false,
  ...more,
});
const change = (name: string, more: Partial<Change> = {}): Change => ({
  repository: `harbour/${name}`,
  difference: { added: ['web-service'], removed: ['mvsp'], keys: ['when_closed'] },
  grades: null,
  ...more,
});

test.each<[string, Partial<PolicyFacts>, string, string]>([
  ['nothing changes', {}, 'success', '0 repositories would change'],
  ['one changes', { changes: [change('quay')] }, 'success', '1 repository would change'],
  ['of one repository', { scope: 'repository', changes: [change('quay')] }, 'success', 'The baseline would change'],
  ['of one repository, nothing', { scope: 'repository' }, 'success', 'Nothing would change'],
  [
    'something has no effect',
    { scope: 'repository', ignored: [{ line: 3, path: 'waivers', message: 'Ignored' }] },
    'neutral',
    'Nothing would change; 1 setting without effect',
  ],
  ['a problem', { problems: [{ path: '', message: 'No' }], ignored: [] }, 'failure', '1 problem in the policy'],
])('%s', (_, more, conclusion, title) => {
  expect(policyCheck(facts(more))).toMatchObject({ conclusion, title });
});

const grade = (letter: Letter, score: number) => ({ letter, score });

test('the first twenty repositories are named with what changes, the rest is counted', () => {
  const changes = Array.from({ length: 30 }, (_, at) => change(`r${at}`));
  const { summary } = policyCheck(facts({ changes, isPartial: true }));
  const lines = summary.split('\n').filter((line) => line.startsWith('- '));
  expect(summary).toContain('It would change something for 30 of 5,000 repositories:');
  expect(lines).toHaveLength(21);
  expect(lines[0]).toBe('- `harbour/r0`: + checklist `web-service`, − checklist `mvsp`, `when_closed`');
  expect(lines[20]).toBe('- and 10 more');
  expect(summary).toContain('Repositories less visible than this one are left out.');
});

test('the grades that would change most come first, and all of them are counted', () => {
  const same = Array.from({ length: 25 }, (_, at) =>
    change(`same-${at}`, { grades: { before: grade('B', 75), after: grade('B', 75) } }),
  );
  const changes = [
    ...same,
    change('better', { grades: { before: grade('C', 50), after: grade('C+', 60) } }),
    change('worse', { grades: { before: grade('A', 95), after: grade('F', 15) } }),
    change('a-little', { grades: { before: grade('B', 75), after: grade('B', 70) } }),
    change('first-grade', { grades: { before: null, after: grade('F', 0) } }),
  ];
  const { summary } = policyCheck(facts({ changes }));
  expect(summary).toContain('for 29 of 5,000 repositories; 2 grades would fall, 1 rise:');
  const lines = summary.split('\n').filter((line) => line.startsWith('- '));
  expect(lines.slice(0, 4).map((line) => line.replace(/: .*`(?:, )?/, ': '))).toEqual([
    '- `harbour/worse`: grade **A** (95) → **F** (15)',
    '- `harbour/better`: grade **C** (50) → **C+** (60)',
    '- `harbour/a-little`: grade **B** (75) → **B** (70)',
    '- `harbour/same-0`: ',
  ]);
});

test.each<[string, Change['grades'], string]>([
  ['a first grade', { before: null, after: grade('F', 0) }, ', grade none → **F** (0)'],
  ['none any more', { before: grade('F', 0), after: null }, ', grade **F** (0) → none'],
  ['the same', { before: grade('F', 0), after: grade('F', 0) }, ''],
  ['none as before', { before: null, after: null }, ''],
])('of one repository: %s', (_, grades, expected) => {
  const { summary } = policyCheck(facts({ scope: 'repository', changes: [change('quay', { grades })] }));
  expect(summary).toContain(`\`when_closed\`${expected}\n`);
});

test('a problem without a line is annotated on the first, and text of the file cannot act in the summary', () => {
  const problems = [{ path: 'x', message: 'Unknown key "@harbour/all <b>"' }];
  const { annotations, summary } = policyCheck(facts({ problems }));
  expect(annotations).toMatchObject([{ path: FILE, line: 1, level: 'failure' }]);
  expect(summary).not.toMatch(/@harbour|<b>/);
});

test('without the file the defaults hold, and it says so', () => {
  expect(policyCheck(facts({ isRemoved: true })).summary).toContain('the defaults hold again');
});
