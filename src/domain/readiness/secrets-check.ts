/** Decides what `seaworthy/secrets` says: it passes only when everything was looked at and nothing open was found. */
import type { Annotation, CheckContent } from './check-content.js';
import { count } from './check-content.js';

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
}

/** Something that should have been looked at and was not. */
export interface Unseen {
  readonly what: string;
  readonly reason: string;
}

export interface SecretsVerdict {
  /** The commit the check run is on. */
  readonly head: string;
  readonly commits: number;
  readonly files: number;
  readonly findings: readonly ShownFinding[];
  /** Findings that were rotated or dismissed. */
  readonly settled: number;
  readonly unseen: readonly Unseen[];
}

/** More findings than anybody reads in one go; the rest is counted. */
const LISTED = 20;

/** Pure: the same verdict gives the same words, so that an unchanged check is never written twice. */
export function secretsCheck(verdict: SecretsVerdict): CheckContent {
  const { findings, unseen } = verdict;
  const looked = `${count(verdict.commits, 'commit')}, ${count(verdict.files, 'file')}`;
  if (findings.length === 0 && unseen.length === 0) {
    if (verdict.settled === 0 && verdict.commits === 0) return nothingNew;
    const open = verdict.settled === 0 ? 'No secrets' : 'No open secrets';
    const settled =
      verdict.settled === 0
        ? ''
        : ` ${count(verdict.settled, 'finding')} on this branch ${verdict.settled === 1 ? 'is' : 'are'} rotated or dismissed.`;
    return {
      conclusion: 'success',
      title: `${open} in ${looked}`,
      summary: `Every added line of ${looked} was looked at.${settled}`,
      annotations: [],
    };
  }
  const sections = [
    ...(findings.length > 0 ? [findingsSection(findings)] : []),
    ...(unseen.length > 0 ? [unseenSection(unseen)] : []),
  ];
  return {
    conclusion: 'failure',
    title: titleOf(findings.length, unseen.length),
    summary: sections.join('\n\n'),
    annotations: findings.filter(({ commit }) => commit === verdict.head).map(annotationOf),
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
  const rows = findings
    .slice(0, LISTED)
    .map(
      (f) =>
        `- **${f.kind}** ${code(f.preview)} in ${code(`${f.path}:${f.line}`)}, commit ${f.commit.slice(0, 7)} (finding ${code(f.id)})`,
    );
  const more = findings.length > LISTED ? [`- and ${count(findings.length - LISTED, 'more finding')}`] : [];
  const first = findings[0];
  const example = first?.id ?? '';
  return [
    ...rows,
    ...more,
    '',
    'Removing the line is not enough: the value is in the history.',
    '',
    `1. Rotate it${first ? ` ([how](${first.rotate}))` : ''}, so that the committed value opens nothing.`,
    `2. Comment \`/baseline rotated ${example} <link to the evidence>\` on the baseline issue.`,
    '',
    `Not a secret? \`/baseline false-positive ${example} because <reason>\`.`,
  ].join('\n');
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
    'This check passes only when everything was seen: take these out of the commits, or make them smaller, and push the branch again.',
  ].join('\n');
}

function annotationOf(finding: ShownFinding): Annotation {
  return {
    path: finding.path,
    line: finding.line,
    level: 'failure',
    title: `${finding.kind} committed`,
    message: `${finding.preview} (finding ${finding.id}). Rotate it; removing the line is not enough. How: ${finding.rotate}`,
  };
}

/** Characters that break a line, are not to be seen, or turn the direction of the text around them. */
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu;

/** Inline code that the text inside cannot leave: a fence one backtick longer than any run in it. */
function code(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map((run) => run[0].length));
  const fence = '`'.repeat(longest + 1);
  const pad = longest > 0 ? ' ' : '';
  return `${fence}${pad}${text.replaceAll(UNSEEN, ' ')}${pad}${fence}`;
}
