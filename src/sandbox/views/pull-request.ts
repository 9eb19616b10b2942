/** Pull requests as JSON. */
import type { PullRequest, Repository } from '../state/model.js';
import { nodeId, type World } from '../world.js';
import { issueView } from './issue.js';
import { accountView, type Json } from './people.js';
import { repositoryApi, repositoryHtml, repositoryView } from './repository.js';

/** @throws Error when the pull request has no issue record: the two are made together. */
export function pullRequestView(world: World, repo: Repository, pull: PullRequest): Json {
  const record = world.state.issue(repo.id, pull.number);
  if (record === undefined) throw new Error(`Pull request ${pull.number} has no issue record`);
  const issue = issueView(world, repo, record);
  const url = `${repositoryApi(world, repo)}/pulls/${pull.number}`;
  const html = `${repositoryHtml(world, repo)}/pull/${pull.number}`;
  const head = pull.headRepositoryId === null ? undefined : world.state.repositories.get(pull.headRepositoryId);
  const side = (where: Repository | undefined, ref: string, sha: string): Json => ({
    label: `${where?.owner ?? 'unknown'}:${ref}`,
    ref,
    sha,
    user: where === undefined ? null : accountView(world, where.owner),
    repo: where === undefined ? null : repositoryView(world, where),
  });
  return {
    url,
    id: pull.id,
    node_id: nodeId('PR', pull.id),
    html_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    issue_url: issue.url,
    commits_url: `${url}/commits`,
    comments_url: issue.comments_url,
    statuses_url: `${repositoryApi(world, repo)}/statuses/${pull.headSha}`,
    number: pull.number,
    state: issue.state,
    locked: issue.locked,
    title: issue.title,
    user: issue.user,
    body: issue.body,
    labels: issue.labels,
    milestone: null,
    created_at: issue.created_at,
    updated_at: issue.updated_at,
    closed_at: issue.closed_at,
    merged_at: pull.mergedAt,
    merge_commit_sha: pull.mergeCommitSha,
    assignee: issue.assignee,
    assignees: issue.assignees,
    requested_reviewers: [],
    requested_teams: [],
    head: side(head, pull.headRef, pull.headSha),
    base: side(repo, pull.baseRef, pull.baseSha),
    author_association: issue.author_association,
    auto_merge: null,
    draft: pull.draft,
    merged: pull.mergedAt !== null,
    merged_by: pull.mergedBy === null ? null : accountView(world, pull.mergedBy),
    comments: issue.comments,
    maintainer_can_modify: head !== undefined && head.id !== repo.id,
  };
}
