/** Decides what `seaworthy/policy` says on a pull request that changes a policy: what is wrong, or what it would change. */
import type { Problem } from '../../core/yaml.js';
import { code, type Grade } from '../checklist/index.js';
import { type Difference, problemLine } from '../policy/index.js';
import { type Annotation, type CheckContent, count } from './check-content.js';

/** A repository for which something would change. */
export interface Change {
  /** `owner/name`. */
  readonly repository: string;
  readonly difference: Difference;
  /** Null when nothing of it has a part in the grade. */
  readonly grades: GradeChange | null;
}

/** Null is no grade: nothing applies that could be graded. */
export interface GradeChange {
  readonly before: Pick<Grade, 'letter' | 'score'> | null;
  readonly after: Pick<Grade, 'letter' | 'score'> | null;
}

export interface PolicyFacts {
  /** Path of the file. */
  readonly file: string;
  readonly scope: 'organisation' | 'repository';
  /** Problems of the file at the head; with any, it would not come into force. */
  readonly problems: readonly Problem[];
  /** What in it would have no effect. */
  readonly ignored: readonly Problem[];
  /** True when the pull request takes the file away. */
  readonly isRemoved: boolean;
  /** How many repositories the policy speaks for, of those that may be spoken of here. */
  readonly repositories: number;
  readonly changes: readonly Change[];
  /** True where others are left out, which not everybody who reads this may see. */
  readonly isPartial: boolean;
}

/** As many repositories and problems as anybody reads; the rest is counted. */
export const LISTED = 20;

/** Pure: the same facts give the same words. */
export function policyCheck(facts: PolicyFacts): CheckContent {
  if (facts.problems.length > 0) return refused(facts);
  const summary = [
    facts.isRemoved ? `Without ${code(facts.file)} the defaults hold again.` : `${code(facts.file)} is good.`,
    dryRun(facts),
    ...(facts.isPartial ? ['Repositories less visible than this one are left out.'] : []),
    ...(facts.ignored.length === 0 ? [] : [problemList('Some of it has no effect:', facts.ignored)]),
    'It comes into force on the default branch, not before.',
  ];
  return {
    conclusion: facts.ignored.length > 0 ? 'neutral' : 'success',
    title: titleOf(facts),
    summary: summary.join('\n\n'),
    annotations: facts.ignored.map((problem) => annotationOf(facts.file, problem, 'warning', 'Has no effect')),
  };
}

function refused({ file, problems }: PolicyFacts): CheckContent {
  return {
    conclusion: 'failure',
    title: `${count(problems.length, 'problem')} in the policy`,
    summary: [
      problemList(`${code(file)} cannot be used as it is:`, problems),
      'Once merged, it would be left aside: the last good policy stays in force. All keys: `docs/generated/policy.md`.',
    ].join('\n\n'),
    annotations: problems.map((problem) => annotationOf(file, problem, 'failure', 'Not a valid policy')),
  };
}

function titleOf({ ignored, scope, changes }: PolicyFacts): string {
  const what =
    scope === 'organisation'
      ? `${count(changes.length, 'repository', 'repositories')} would change`
      : changes.length === 0
        ? 'Nothing would change'
        : 'The baseline would change';
  return ignored.length === 0 ? what : `${what}; ${count(ignored.length, 'setting')} without effect`;
}

function dryRun({ scope, changes, repositories }: PolicyFacts): string {
  if (changes.length === 0) return 'Nothing would change for any repository.';
  // Stable: of the same change those that come first stay first.
  const listed = changes.toSorted((a, b) => Math.abs(rise(b)) - Math.abs(rise(a))).slice(0, LISTED);
  const lines = listed.map((change) => `- ${code(change.repository)}: ${partsOf(change).join(', ')}`);
  const more = changes.length - lines.length;
  const head =
    scope === 'organisation'
      ? `It would change something for ${changes.length.toLocaleString('en-US')} of ${count(repositories, 'repository', 'repositories')}${gradeCounts(changes)}:`
      : 'It would change:';
  return [head, '', ...lines, ...(more > 0 ? [`- and ${count(more, 'more', 'more')}`] : [])].join('\n');
}

/** `; 340 grades would fall, 12 rise`; nothing where all stay. */
function gradeCounts(changes: readonly Change[]): string {
  const falling = changes.filter((change) => rise(change) < 0).length;
  const rising = changes.filter((change) => rise(change) > 0).length;
  if (falling > 0)
    return `; ${count(falling, 'grade')} would fall${rising > 0 ? `, ${rising.toLocaleString('en-US')} rise` : ''}`;
  return rising > 0 ? `; ${count(rising, 'grade')} would rise` : '';
}

/** In points; 0 where there is no grade before or after. */
function rise({ grades }: Change): number {
  return grades?.before == null || grades.after === null ? 0 : grades.after.score - grades.before.score;
}

function partsOf({ difference: { added, removed, keys }, grades }: Change): string[] {
  return [
    ...added.map((name) => `+ checklist ${code(name)}`),
    ...removed.map((name) => `− checklist ${code(name)}`),
    ...keys.map((key) => code(key)),
    ...(grades === null || isSame(grades) ? [] : [`grade ${gradeText(grades.before)} → ${gradeText(grades.after)}`]),
  ];
}

function isSame({ before, after }: GradeChange): boolean {
  return before?.score === after?.score;
}

function gradeText(grade: GradeChange['before']): string {
  return grade === null ? 'none' : `**${grade.letter}** (${grade.score})`;
}

function problemList(head: string, problems: readonly Problem[]): string {
  const lines = problems.slice(0, LISTED).map(problemLine);
  const more = problems.length > LISTED ? [`- and ${count(problems.length - LISTED, 'more', 'more')}`] : [];
  return [head, '', ...lines, ...more].join('\n');
}

function annotationOf(file: string, problem: Problem, level: Annotation['level'], title: string): Annotation {
  const { line = 1, path, message } = problem;
  return { path: file, line, level, title, message: path === '' ? message : `${path}: ${message}` };
}
