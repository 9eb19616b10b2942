/** Decides what `seaworthy/secrets` says: it passes only when everything was looked at and nothing open was found. */
import { type CheckAction, falsePositive, REFRESH } from './actions.js';
import type { Annotation, CheckContent } from './check-content.js';
import { code, count } from './check-content.js';
import { enforcementLine, type GateWords, switchedOff } from './enforcement.js';
import { concludes, type Stance } from './gate.js';

/** An open finding as the check shows it; there is no field for the value. */
export interface ShownFinding {
  /** Short fingerprint that commands take. */
  readonly id: string;
  /** What it is, such as "AWS access key". */
  readonly kind: string;
  readonly path: string;
  readonly line: number;
  readonly commit: string;
  readonly preview: string;
  /** Where to rotate it, from the provider's own documentation. */
  readonly rotate: string;
  /** The line where it stands in the files of the head; null where it does not stand any more, or nobody could tell. */
  readonly lineAtHead: number | null;
}

/** Something that should have been looked at and was not. */
export interface Unseen {
  readonly what: string;
  readonly reason: string;
}

export interface SecretsVerdict {
  readonly commits: number;
  readonly files: number;
  /** Those that the policy blocks on. */
  readonly findings: readonly ShownFinding[];
  /** Those that are not sure or not severe enough for that. */
  readonly notices: readonly ShownFinding[];
  /** Findings that were rotated or dismissed. */
  readonly settled: number;
  readonly unseen: readonly Unseen[];
}

/** More findings than anybody reads in one go; the rest is counted. */
const LISTED = 20;

const WORDS: GateWords = { key: 'gates.secrets', where: 'every branch', thing: 'merge' };

/** Pure: the same verdict gives the same words, so that an unchanged check is never written twice. */
export function secretsCheck(verdict: SecretsVerdict, stance: Stance): CheckContent {
  if (stance.mode === 'off') return switchedOff(stance, WORDS);
  const content = judged(verdict, stance);
  // What is enforced needs no word about it; anything else is said, and the day on which it changes.
  const summary =
    stance.mode === 'enforce' ? content.summary : `${content.summary}\n\n${enforcementLine(stance, WORDS)}`;
  return { ...content, summary, actions: actionsOf(verdict) };
}

/** What it says when nobody could look: it fails. @param because a sentence for people, without its full stop; Markdown of ours */
export function secretsUnable(because: string, stance: Stance): CheckContent {
  if (stance.mode === 'off') return switchedOff(stance, WORDS);
  const how = stance.mode === 'enforce' ? [] : [enforcementLine(stance, WORDS)];
  return {
    conclusion: concludes('unable', stance, 'failure'),
    title: 'Not known: the commits could not be looked at',
    summary: [`${because}.`, 'This check passes only when everything was seen.', ...how].join('\n\n'),
    annotations: [],
    actions: [REFRESH],
  };
}

/** What it says on a commit from before us, so that branches can require it from now on. */
export function secretsWatched(stance: Stance): CheckContent {
  if (stance.mode === 'off') return switchedOff(stance, WORDS);
  return {
    conclusion: 'success',
    title: 'Watching from here on',
    summary:
      'Every commit pushed from now on is looked at. This one was here before: `/baseline scan history` on the baseline issue looks at the whole history.',
    annotations: [],
    actions: [REFRESH],
  };
}

/** People cannot see which finding a button means, so it is offered where there is one. */
function actionsOf({ findings }: SecretsVerdict): readonly CheckAction[] {
  const [only, another] = new Set(findings.map(({ id }) => id));
  return only === undefined || another !== undefined ? [REFRESH] : [REFRESH, falsePositive(only)];
}

function judged(verdict: SecretsVerdict, stance: Stance): CheckContent {
  const { findings, notices, unseen } = verdict;
  const looked = `${count(verdict.commits, 'commit')}, ${count(verdict.files, 'file')}`;
  if (findings.length === 0 && unseen.length === 0) {
    if (verdict.settled === 0 && verdict.commits === 0 && notices.length === 0) return nothingNew;
    const open = verdict.settled === 0 ? 'No secrets' : 'No open secrets';
    const settled =
      verdict.settled === 0
        ? ''
        : ` ${count(verdict.settled, 'finding')} on this branch ${verdict.settled === 1 ? 'is' : 'are'} rotated or dismissed.`;
    return {
      conclusion: 'success',
      title: `${open} in ${looked}${notices.length === 0 ? '' : `; ${count(notices.length, 'possible one')} to look at`}`,
      summary: [`Every added line of ${looked} was looked at.${settled}`, ...noticesSection(notices)].join('\n\n'),
      annotations: [],
    };
  }
  const sections = [
    ...(findings.length > 0 ? [findingsSection(findings)] : []),
    ...(unseen.length > 0 ? [unseenSection(unseen)] : []),
    ...noticesSection(notices),
  ];
  return {
    conclusion: concludes(findings.length > 0 ? 'fail' : 'unable', stance, 'failure'),
    title: titleOf(findings.length, unseen.length),
    summary: sections.join('\n\n'),
    annotations: findings.flatMap((finding) => annotationOf(finding, LEVELS[stance.mode])),
  };
}

const nothingNew: CheckContent = {
  conclusion: 'success',
  title: 'No new commits to look at',
  summary: 'Everything on this branch is on the default branch already.',
  annotations: [],
};

function titleOf(findings: number, unseen: number): string {
  const parts = [
    ...(findings > 0 ? [`${count(findings, 'secret')} committed`] : []),
    ...(unseen > 0 ? [`${count(unseen, 'item')} could not be looked at`] : []),
  ];
  return parts.join(', ');
}

function findingsSection(findings: readonly ShownFinding[]): string {
  const first = findings[0];
  const example = first?.id ?? '';
  return [
    ...findingRows(findings),
    '',
    'Removing the line is not enough: the value is in the history.',
    '',
    `1. Rotate it${first ? ` ([how](${first.rotate}))` : ''}, so that the committed value opens nothing.`,
    `2. Comment \`/baseline rotated ${example} <link to the evidence>\` on the baseline issue.`,
    '',
    `Not a secret? \`/baseline false-positive ${example} because <reason>\`.`,
  ].join('\n');
}

function findingRows(findings: readonly ShownFinding[]): string[] {
  const rows = findings
    .slice(0, LISTED)
    .map(
      (f) =>
        `- **${f.kind}** ${code(f.preview)} in ${code(`${f.path}:${f.line}`)}, commit ${f.commit.slice(0, 7)} (finding ${code(f.id)})`,
    );
  return [...rows, ...(findings.length > LISTED ? [`- and ${count(findings.length - LISTED, 'more finding')}`] : [])];
}

function noticesSection(notices: readonly ShownFinding[]): string[] {
  const [first] = notices;
  if (first === undefined) return [];
  const they = notices.length === 1 ? 'it does' : 'they do';
  return [
    [
      `${count(notices.length, 'finding')} may be ${notices.length === 1 ? 'a secret' : 'secrets'}; by the policy ${they} not block:`,
      '',
      ...findingRows(notices),
      '',
      `Not a secret? \`/baseline false-positive ${first.id} because <reason>\` says so for good.`,
    ].join('\n'),
  ];
}

function unseenSection(unseen: readonly Unseen[]): string {
  const rows = unseen.slice(0, LISTED).map(({ what, reason }) => `- ${code(what)}: ${reason}`);
  const more = unseen.length > LISTED ? [`- and ${count(unseen.length - LISTED, 'more item')}`] : [];
  return [
    `${count(unseen.length, 'item')} could not be looked at:`,
    '',
    ...rows,
    ...more,
    '',
    'This check passes only when everything was seen: take these out of the commits, or make them smaller, and push the branch again. On the default branch `/baseline scan history` looks at them once more, another way.',
  ].join('\n');
}

/** As loud as the gate is strict; one that is off shows none. */
const LEVELS: Readonly<Record<Stance['mode'], Annotation['level']>> = {
  off: 'notice',
  observe: 'notice',
  warn: 'warning',
  enforce: 'failure',
};

/** None for what is in the history only: GitHub shows annotations in the files of the head. */
function annotationOf({ lineAtHead, ...finding }: ShownFinding, level: Annotation['level']): Annotation[] {
  if (lineAtHead === null) return [];
  return [
    {
      path: finding.path,
      line: lineAtHead,
      level,
      title: `${finding.kind} committed`,
      message: `${finding.preview} (finding ${finding.id}). Rotate it; removing the line is not enough. How: ${finding.rotate}`,
    },
  ];
}
