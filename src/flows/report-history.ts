/** Says once, in a comment on the baseline issue, what was in the history before us; the issue's header counts it from then on. */
import { dayOf } from '../core/clock.js';
import type { RepoRef } from '../core/repo-ref.js';
import { historyReport, LISTED } from '../domain/readiness/history-report.js';
import type { Unseen } from '../domain/readiness/secrets-check.js';
import { dismissalsOn, standingOf } from '../domain/readiness/standing.js';
import { shortFingerprint } from '../domain/scanner/finding.js';
import { findBaseline } from '../infra/db/baselines.js';
import { openHistoryFindings, type StoredFinding } from '../infra/db/findings.js';
import type { HistoryScan } from '../infra/db/history-scans.js';
import type { Context } from './context.js';
import { oneComment } from './one-comment.js';
import { policyOf } from './policy.js';

export interface HistoryRead {
  readonly commits: number;
  readonly unseen: readonly Unseen[];
  /** As it stood before this end. */
  readonly before: HistoryScan | null;
}

/** Read to be counted; more of them are as good as this many. */
const MOST = 10_000;

/** Answers how many are open. Silent where there is nothing to say, nobody asked and nothing was said before. */
export async function reportHistory(
  repository: RepoRef,
  { commits, unseen, before }: HistoryRead,
  context: Context,
): Promise<number> {
  const { db, clock } = context;
  const { policy, facts } = await policyOf(repository, context);
  const dismissed = dismissalsOn(policy.scan, dayOf(clock.now())).map(({ fingerprint }) => fingerprint);
  const open = await openHistoryFindings(db, repository.id, dismissed, MOST);
  const counted = open.filter((finding) => standingOf(finding, policy.scan) !== 'notice');
  const issue = (await findBaseline(db, repository.id))?.issue;
  const isNews = counted.length > 0 || unseen.length > 0 || before?.askedBy != null || (before?.found ?? 0) > 0;
  if (issue == null || !isNews) return counted.length;
  const text = historyReport({
    commits,
    findings: counted.slice(0, LISTED).map(shown),
    total: counted.length,
    unseen,
    isPublic: facts.visibility === 'public',
    blocks: policy.scan.history === 'block',
  });
  const purpose = `history:${repository.id}`;
  const marker = `history=${repository.id}`;
  await oneComment({ repository, issue: issue.number, purpose, marker, text, again: 'edit' }, context);
  return counted.length;
}

function shown({ fingerprint, title, preview, place }: StoredFinding) {
  return { id: shortFingerprint(fingerprint), kind: title, preview, place };
}
