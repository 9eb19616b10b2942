/** Decides what `seaworthy/launch` says on a commit: ready, or what is in the way and the next step for each. */
import { type Blocker, code, escapeInline, type Item, link, type Summary } from '../checklist/index.js';
import { type CheckContent, count } from './check-content.js';

export interface LaunchFacts {
  readonly summary: Summary;
  /** The baseline issue; null while there is none. */
  readonly issueUrl: string | null;
  /** Why there is no issue. */
  readonly absentBecause: string | null;
}

const LISTED = 20;

/**
 * Observed only: a service that is not ready gets a neutral conclusion, which passes a required check, and says so.
 * Pure: the same facts give the same words.
 */
export function launchCheck({ summary, issueUrl, absentBecause }: LaunchFacts): CheckContent {
  if (issueUrl === null) {
    return {
      conclusion: 'neutral',
      title: 'Not known: there is no baseline issue',
      summary: `This repository has no baseline issue: ${absentBecause ?? 'it is being opened now'}. ${OBSERVED}`,
      annotations: [],
    };
  }
  const { blockers, next, counts } = summary;
  const grade = summary.grade === null ? '' : `, grade ${summary.grade.letter}`;
  const tail = [
    ...(next.length > 0 ? [nextLine(next)] : []),
    `All ${counts.total} items are in [the baseline issue](${issueUrl}).`,
  ];
  if (blockers.length === 0) {
    return {
      conclusion: 'success',
      title: `Ready to launch${grade}${accepted(summary)}`,
      summary: ['Every required item is done, verified, waived or does not apply.', ...tail].join('\n\n'),
      annotations: [],
    };
  }
  return {
    conclusion: 'neutral',
    title: `Not ready: ${count(blockers.length, 'blocker')}${grade}`,
    summary: [blockerList(blockers), ...tail, OBSERVED].join('\n\n'),
    annotations: [],
  };
}

const OBSERVED = 'Launch readiness is observed only: it holds nothing up.';

/** ` (1 risk accepted until 2027-01-31)`: ready, and for how long at least. */
function accepted({ counts, waivedUntil }: Summary): string {
  if (counts.waived === 0 || waivedUntil === null) return '';
  return ` (${count(counts.waived, 'risk')} accepted${counts.waived === 1 ? '' : ', the first'} until ${waivedUntil})`;
}

function blockerList(blockers: readonly Blocker[]): string {
  const lines = blockers.slice(0, LISTED).map((blocker) => {
    const id = blocker.itemId === undefined ? '' : `${code(blocker.itemId)} `;
    const go = blocker.link === undefined ? '' : `, ${link(escapeInline(blocker.link.text, 80), blocker.link.url)}`;
    return `- ${id}${escapeInline(blocker.text, 160)}${go}`;
  });
  const more = blockers.length > LISTED ? [`- and ${count(blockers.length - LISTED, 'more')}`] : [];
  return ['In the way of the launch:', '', ...lines, ...more].join('\n');
}

function nextLine(next: readonly Item[]): string {
  return `Best next steps: ${next.map((item) => `\`${item.id}\` (${item.risk}, ${item.effort} min)`).join(' · ')}.`;
}
