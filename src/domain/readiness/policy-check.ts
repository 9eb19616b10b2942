/** Decides what `seaworthy/policy` says on a pull request that changes a policy: what is wrong, or what it would change. */
import type { Problem } from '../../core/yaml.js';
import { code, escapeInline } from '../checklist/index.js';
import { type Difference, problemLine } from '../policy/index.js';
import { type Annotation, type CheckContent, count } from './check-content.js';

/** A repository for which something would change. */
export interface Change {
  /** `owner/name`. */
  readonly repository: string;
  readonly difference: Difference;
  /** What would become of its grade, in a few words; null when nothing, or nobody knows. */
  readonly grade: string | null;
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
  /** How many repositories the policy speaks for. */
  readonly repositories: number;
  /** Those that may be named here. */
  readonly changes: readonly Change[];
  /** How many more change, which not everybody who reads this may see. */
  readonly hidden: number;
}

/** As many repositories and problems as anybody reads; the rest is counted. */
export const LISTED = 20;

/** Pure: the same facts give the same words. */
export function policyCheck(facts: PolicyFacts): CheckContent {
  if (facts.problems.length > 0) return refused(facts);
  const changed = facts.changes.length + facts.hidden;
  const summary = [
    facts.isRemoved ? `Without ${code(facts.file)} the defaults hold again.` : `${code(facts.file)} is good.`,
    dryRun(facts, changed),
    ...(facts.ignored.length === 0 ? [] : [problemList('Some of it has no effect:', facts.ignored)]),
    'It comes into force on the default branch, not before.',
  ];
  return {
    conclusion: facts.ignored.length > 0 ? 'neutral' : 'success',
    title: titleOf(facts, changed),
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

function titleOf({ ignored, scope }: PolicyFacts, changed: number): string {
  const what =
    scope === 'organisation'
      ? `${count(changed, 'repository', 'repositories')} would change`
      : changed === 0
        ? 'Nothing would change'
        : 'The baseline would change';
  return ignored.length === 0 ? what : `${what}; ${count(ignored.length, 'setting')} without effect`;
}

function dryRun({ scope, changes, hidden, repositories }: PolicyFacts, changed: number): string {
  if (changed === 0) return 'Nothing would change for any repository.';
  const lines = changes.slice(0, LISTED).map(({ repository, difference, grade }) => {
    const parts = [...partsOf(difference), ...(grade === null ? [] : [escapeInline(grade, 100)])];
    return `- ${code(repository)}: ${parts.join(', ')}`;
  });
  const more = changed - lines.length;
  const hiddenPart = hidden === 0 ? '' : `, ${count(hidden, 'of them', 'of them')} less visible than this repository`;
  const head =
    scope === 'organisation'
      ? `It would change something for ${changed.toLocaleString('en-US')} of ${count(repositories, 'repository', 'repositories')}:`
      : 'It would change:';
  return [head, '', ...lines, ...(more > 0 ? [`- and ${count(more, 'more', 'more')}${hiddenPart}`] : [])].join('\n');
}

function partsOf({ added, removed, keys }: Difference): string[] {
  return [
    ...added.map((name) => `+ checklist ${code(name)}`),
    ...removed.map((name) => `− checklist ${code(name)}`),
    ...keys.map((key) => code(key)),
  ];
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
