/** Issues: list, read, open, change. */
import { createIssue } from '../actions/issues.js';
import { updateThread } from '../actions/threads.js';
import { ApiError, invalid, notFound } from '../api-error.js';
import { type ApiCall, created, ok, type Reply, type Route } from '../http/call.js';
import type { Issue } from '../state/model.js';
import { issueView } from '../views/issue.js';

/** The issue of the path. @throws ApiError 404, 410 when issues are off. */
export function pathIssue(call: ApiCall): Issue {
  const { repo } = call;
  const issue = call.world.state.issue(repo.id, call.id('issue_number'));
  if (issue === undefined) throw notFound();
  if (!repo.hasIssues && !issue.isPullRequest) throw new ApiError(410, 'Issues are disabled for this repo');
  return issue;
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** `app/slug` is how GitHub's search names a bot; the list takes its login. */
function byCreator(issue: Issue, creator: string): boolean {
  return same(issue.author, creator) || same(issue.author, creator.replace(/^app\/(.*)$/, '$1[bot]'));
}

function list(call: ApiCall): Reply {
  const { world, repo } = call;
  const state = call.query('state') ?? 'open';
  if (!['open', 'closed', 'all'].includes(state)) throw invalid({ resource: 'Issue', field: 'state', code: 'invalid' });
  const labels = (call.query('labels') ?? '').split(',').filter(Boolean);
  const creator = call.query('creator');
  const assignee = call.query('assignee');
  const since = Date.parse(call.query('since') ?? '') || 0;
  const issues = world.state
    .issuesOf(repo)
    .filter((issue) => repo.hasIssues || issue.isPullRequest)
    .filter((issue) => state === 'all' || issue.state === state)
    .filter((issue) => creator === null || byCreator(issue, creator))
    .filter((issue) => assignee === null || issue.assignees.some((login) => same(login, assignee)))
    .filter((issue) => labels.every((label) => issue.labels.some((name) => same(name, label))))
    .filter((issue) => Date.parse(issue.updatedAt) >= since);
  return call.paged(sorted(call, issues), (issue) => issueView(world, repo, issue));
}

function sorted(call: ApiCall, issues: Issue[]): Issue[] {
  const key = (issue: Issue): string => (call.query('sort') === 'updated' ? issue.updatedAt : issue.createdAt);
  const ascending = issues.sort((a, b) => (key(a) === key(b) ? a.id - b.id : key(a) < key(b) ? -1 : 1));
  return call.query('direction') === 'asc' ? ascending : ascending.reverse();
}

function create(call: ApiCall): Reply {
  const issue = createIssue(call.world, call.actor, call.repo, {
    title: call.required('Issue', 'title'),
    body: call.textOrNull('Issue', 'body') ?? null,
    labels: call.names('Issue', 'labels') ?? [],
    assignees: call.names('Issue', 'assignees') ?? [],
  });
  return created(issueView(call.world, call.repo, issue));
}

async function update(call: ApiCall): Promise<Reply> {
  const issue = pathIssue(call);
  const title = call.text('Issue', 'title');
  const body = call.textOrNull('Issue', 'body');
  const labels = call.names('Issue', 'labels');
  const assignees = call.names('Issue', 'assignees');
  const state = call.choice('Issue', 'state', ['open', 'closed']);
  const stateReason = call.choice('Issue', 'state_reason', ['completed', 'not_planned', 'reopened']);
  await updateThread(call.world, call.actor, call.repo, issue, {
    ...(title !== undefined && { title }),
    ...(body !== undefined && { body }),
    ...(labels !== undefined && { labels }),
    ...(assignees !== undefined && { assignees }),
    ...(state !== undefined && { state }),
    ...(stateReason !== undefined && { stateReason }),
  });
  return ok(issueView(call.world, call.repo, issue));
}

const routes: readonly Route[] = [
  { method: 'GET', path: '/repos/{owner}/{repo}/issues', caller: 'any', handle: list },
  { method: 'POST', path: '/repos/{owner}/{repo}/issues', caller: 'any', handle: create },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/issues/{issue_number}',
    caller: 'any',
    handle: (call) => ok(issueView(call.world, call.repo, pathIssue(call))),
  },
  { method: 'PATCH', path: '/repos/{owner}/{repo}/issues/{issue_number}', caller: 'any', handle: update },
];

export default routes;
