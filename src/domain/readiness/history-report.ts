/** Decides what is said once about a repository's history: what was in it before us, and what to do about it. */
import { code, count } from './check-content.js';
import type { Unseen } from './secrets-check.js';

/** An old finding as the report shows it; there is no field for the value. */
export interface OldFinding {
  readonly id: string;
  readonly kind: string;
  readonly preview: string;
  /** Null where it is not known any more. */
  readonly place: { readonly path: string; readonly line: number; readonly commit: string } | null;
}

export interface HistoryReport {
  readonly commits: number;
  /** The first of them, surest first. */
  readonly findings: readonly OldFinding[];
  /** All of them, the listed ones included. */
  readonly total: number;
  readonly unseen: readonly Unseen[];
  /** In a public repository a list of places would serve everybody. */
  readonly isPublic: boolean;
  /** The policy lets old findings block the launch. */
  readonly blocks: boolean;
}

/** More than anybody reads in one go; the rest is counted. */
export const LISTED = 50;

/** Markdown. */
export function historyReport(report: HistoryReport): string {
  const { commits, findings, total, unseen } = report;
  const first = findings[0];
  if (first === undefined) {
    const looked = `of ${count(commits, 'commit')} on every branch and tag`;
    if (unseen.length === 0) return `**No open secrets in the history**: all files ${looked} were looked at.`;
    const seen = commits === 0 ? '' : ` No open secrets in the files ${looked} that could be.`;
    return [`**Not all of the history could be looked at.**${seen}`, ...unseenPart(unseen)].join('\n\n');
  }
  return [
    `**${count(total, 'secret')} in the history** (${count(commits, 'commit')} on every branch and tag), neither rotated nor dismissed:`,
    [
      ...findings.slice(0, LISTED).map((finding) => row(finding, report.isPublic)),
      ...(total > LISTED ? [`- and ${total - LISTED} more`] : []),
    ].join('\n'),
    ...(report.isPublic
      ? [
          'This repository is public, so the places are not listed here: `seaworthy scan --history` in a clone shows them.',
        ]
      : []),
    `${report.blocks ? 'By the policy they block the launch.' : 'They were there before, so they block nothing; whoever can read the repository has them all the same.'} For each: rotate it and comment \`/baseline rotated ${first.id} <link to the evidence>\`. Not a secret? \`/baseline false-positive ${first.id} because <reason>\`.`,
    ...unseenPart(unseen),
  ].join('\n\n');
}

function row({ id, kind, preview, place }: OldFinding, isPublic: boolean): string {
  const where =
    place === null || isPublic ? '' : ` in ${code(`${place.path}:${place.line}`)}, commit ${place.commit.slice(0, 7)}`;
  return `- **${kind}** ${code(preview)}${where} (finding ${code(id)})`;
}

function unseenPart(unseen: readonly Unseen[]): string[] {
  if (unseen.length === 0) return [];
  const rows = unseen.slice(0, LISTED).map(({ what, reason }) => `- ${code(what)}: ${reason}`);
  const more = unseen.length > LISTED ? [`- and ${unseen.length - LISTED} more`] : [];
  return [[`${count(unseen.length, 'item')} could not be looked at:`, '', ...rows, ...more].join('\n')];
}
