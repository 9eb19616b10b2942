/** Labels of a repository, and those an issue wears. */
import { createLabel } from '../actions/labels.js';
import { updateIssue } from '../actions/issues.js';
import { notFound } from '../api-error.js';
import { type ApiCall, created, ok, type Reply, type Route } from '../http/call.js';
import type { Issue, Label } from '../state/model.js';
import { labelView } from '../views/issue.js';
import { pathIssue } from './issues.js';

function view(call: ApiCall): (label: Label) => unknown {
  return (label) => labelView(call.world, call.repo, label);
}

function create(call: ApiCall): Reply {
  const color = call.text('Label', 'color');
  const description = call.textOrNull('Label', 'description');
  const label = createLabel(call.world, call.actor, call.repo, {
    name: call.required('Label', 'name'),
    ...(color !== undefined && { color }),
    ...(description !== undefined && { description }),
  });
  return created(view(call)(label));
}

function get(call: ApiCall): Reply {
  const label = call.world.state.label(call.repo.id, call.param('name'));
  if (label === undefined) throw notFound();
  return ok(view(call)(label));
}

function worn(call: ApiCall, issue: Issue): Label[] {
  return issue.labels.flatMap((name) => call.world.state.label(call.repo.id, name) ?? []);
}

/** Changes which labels an issue wears and answers with all it wears then. */
function wear(choose: (before: readonly string[], given: readonly string[]) => readonly string[]): Route['handle'] {
  return (call) => {
    const issue = pathIssue(call);
    const given = call.names('Label', 'labels') ?? [];
    updateIssue(call.world, call.actor, call.repo, issue, { labels: choose(issue.labels, given) });
    return ok(worn(call, issue).map(view(call)));
  };
}

function remove(call: ApiCall): Reply {
  const issue = pathIssue(call);
  const name = call.param('name').toLowerCase();
  if (!issue.labels.some((label) => label.toLowerCase() === name)) throw notFound();
  const labels = issue.labels.filter((label) => label.toLowerCase() !== name);
  updateIssue(call.world, call.actor, call.repo, issue, { labels });
  return ok(worn(call, issue).map(view(call)));
}

const WORN = '/repos/{owner}/{repo}/issues/{issue_number}/labels';

const routes: readonly Route[] = [
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/labels',
    caller: 'any',
    handle: (call) => call.paged(call.world.state.labelsOf(call.repo.id), view(call)),
  },
  { method: 'POST', path: '/repos/{owner}/{repo}/labels', caller: 'any', handle: create },
  { method: 'GET', path: '/repos/{owner}/{repo}/labels/{name}', caller: 'any', handle: get },
  { method: 'GET', path: WORN, caller: 'any', handle: (call) => call.paged(worn(call, pathIssue(call)), view(call)) },
  { method: 'POST', path: WORN, caller: 'any', handle: wear((before, given) => [...before, ...given]) },
  { method: 'PUT', path: WORN, caller: 'any', handle: wear((_before, given) => given) },
  { method: 'DELETE', path: `${WORN}/{name}`, caller: 'any', handle: remove },
];

export default routes;
