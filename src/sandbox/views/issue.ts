/** Issues, comments, labels and reactions as JSON. */
import { type Comment, type Issue, type Label, REACTIONS, type Reaction, type Repository } from '../state/model.js';
import { roleOf } from '../state/access.js';
import { nodeId, type World } from '../world.js';
import { accountView, appView, type Json } from './people.js';
import { repositoryApi, repositoryHtml } from './repository.js';

export function labelView(world: World, repo: Repository, label: Label): Json {
  return {
    id: label.id,
    node_id: nodeId('LA', label.id),
    url: `${repositoryApi(world, repo)}/labels/${encodeURIComponent(label.name)}`,
    name: label.name,
    color: label.color,
    default: false,
    description: label.description,
  };
}

export function reactionView(world: World, reaction: Reaction): Json {
  return {
    id: reaction.id,
    node_id: nodeId('REA', reaction.id),
    user: accountView(world, reaction.login),
    content: reaction.content,
    created_at: reaction.createdAt,
  };
}

function rollup(world: World, subject: Reaction['subject'], subjectId: number, url: string): Json {
  const own = [...world.state.reactions.values()].filter(
    (reaction) => reaction.subject === subject && reaction.subjectId === subjectId,
  );
  const counts = REACTIONS.map((content) => [content, own.filter((reaction) => reaction.content === content).length]);
  return { url: `${url}/reactions`, total_count: own.length, ...Object.fromEntries(counts) };
}

/** How the author stands to the repository, in GitHub's words. */
function association(world: World, repo: Repository, login: string): string {
  if (repo.owner.toLowerCase() === login.toLowerCase()) return 'OWNER';
  if (world.state.organization(repo.owner)?.members.has(login.toLowerCase())) return 'MEMBER';
  if (repo.collaborators.has(login.toLowerCase())) return 'COLLABORATOR';
  return roleOf(world.state, repo, login) === 'write' ? 'CONTRIBUTOR' : 'NONE';
}

function viaApp(world: World, appId: number | null): Json | null {
  const app = appId === null ? undefined : world.state.apps.get(appId);
  return app === undefined ? null : appView(world, app);
}

export function issueView(world: World, repo: Repository, issue: Issue): Json {
  const url = `${repositoryApi(world, repo)}/issues/${issue.number}`;
  const kind = issue.isPullRequest ? 'pull' : 'issues';
  const html = `${repositoryHtml(world, repo)}/${kind}/${issue.number}`;
  const pullApi = `${repositoryApi(world, repo)}/pulls/${issue.number}`;
  const assignees = issue.assignees.map((login) => accountView(world, login));
  const pull = world.state.pullRequest(repo.id, issue.number);
  return {
    id: issue.id,
    node_id: nodeId(issue.isPullRequest ? 'PR' : 'I', issue.id),
    url,
    repository_url: repositoryApi(world, repo),
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: html,
    number: issue.number,
    state: issue.state,
    state_reason: issue.stateReason,
    title: issue.title,
    body: issue.body,
    user: accountView(world, issue.author),
    labels: issue.labels.flatMap((name) => {
      const label = world.state.label(repo.id, name);
      return label === undefined ? [] : [labelView(world, repo, label)];
    }),
    assignee: assignees[0] ?? null,
    assignees,
    milestone: null,
    locked: issue.locked,
    active_lock_reason: null,
    comments: world.state.commentsOf(repo.id, issue.number).length,
    ...(issue.isPullRequest && {
      pull_request: {
        url: pullApi,
        html_url: html,
        diff_url: `${html}.diff`,
        patch_url: `${html}.patch`,
        merged_at: pull?.mergedAt ?? null,
      },
      draft: pull?.draft ?? false,
    }),
    closed_at: issue.closedAt,
    closed_by: issue.closedBy === null ? null : accountView(world, issue.closedBy),
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    author_association: association(world, repo, issue.author),
    reactions: rollup(world, 'issue', issue.id, url),
    timeline_url: `${url}/timeline`,
    performed_via_github_app: viaApp(world, issue.viaAppId),
  };
}

export function commentView(world: World, repo: Repository, comment: Comment): Json {
  const url = `${repositoryApi(world, repo)}/issues/comments/${comment.id}`;
  const kind = world.state.issue(repo.id, comment.issueNumber)?.isPullRequest ? 'pull' : 'issues';
  return {
    id: comment.id,
    node_id: nodeId('IC', comment.id),
    url,
    html_url: `${repositoryHtml(world, repo)}/${kind}/${comment.issueNumber}#issuecomment-${comment.id}`,
    issue_url: `${repositoryApi(world, repo)}/issues/${comment.issueNumber}`,
    user: accountView(world, comment.author),
    body: comment.body,
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    author_association: association(world, repo, comment.author),
    reactions: rollup(world, 'comment', comment.id, url),
    performed_via_github_app: viaApp(world, comment.viaAppId),
  };
}
