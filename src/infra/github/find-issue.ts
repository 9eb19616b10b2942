/** Finds our own issue again: by label, creator and a hidden marker, never by its title, which people may change. */
import type { Issue, Issues, RepoName } from './gateway.js';
import type { RepoRef } from '../../core/repo-ref.js';

export interface IssueMark {
  readonly label: string;
  /** Login of our App's account, as `seaworthy[bot]`. */
  readonly creator: string;
}

/** The marker that a baseline issue's body carries: identity only, never state. */
export function baselineMarker(repositoryId: number): string {
  return `<!-- seaworthy:baseline=${repositoryId} -->`;
}

/** The baseline issue of a repository, or undefined. */
export function findBaselineIssue(
  issues: Pick<Issues, 'list'>,
  repo: RepoRef,
  mark: IssueMark,
): Promise<Issue | undefined> {
  return findMarkedIssue(issues, repo, mark, baselineMarker(repo.id));
}

/**
 * The issue of ours that carries `marker`, or undefined. An open one goes before a closed one, then the oldest: should there
 * be two after all, everybody chooses the same. Two requests at most find one even if people took its label off.
 */
export async function findMarkedIssue(
  issues: Pick<Issues, 'list'>,
  repo: RepoName,
  { label, creator }: IssueMark,
  marker: string,
): Promise<Issue | undefined> {
  return (await best(issues.list(repo, { label, creator }), marker)) ?? best(issues.list(repo, { creator }), marker);
}

async function best(candidates: AsyncIterable<Issue>, marker: string): Promise<Issue | undefined> {
  let closed: Issue | undefined;
  for await (const issue of candidates) {
    if (!issue.body.includes(marker)) continue;
    if (issue.state === 'open') return issue;
    closed ??= issue;
  }
  return closed;
}
