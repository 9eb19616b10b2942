/** Comments on issues and pull requests. */
import { createComment, deleteComment, editComment } from '../actions/comments.js';
import { notFound } from '../api-error.js';
import { type ApiCall, created, noContent, ok, type Reply, type Route } from '../http/call.js';
import type { Comment } from '../state/model.js';
import { commentView } from '../views/issue.js';
import { pathIssue } from './issues.js';

/** The comment of the path. @throws ApiError 404. */
export function pathComment(call: ApiCall): Comment {
  const comment = call.world.state.comments.get(call.id('comment_id'));
  if (comment?.repositoryId !== call.repo.id) throw notFound();
  return comment;
}

function since(call: ApiCall, comments: readonly Comment[]): Comment[] {
  const from = Date.parse(call.query('since') ?? '') || 0;
  return comments.filter((comment) => Date.parse(comment.updatedAt) >= from);
}

function ofIssue(call: ApiCall): Reply {
  const issue = pathIssue(call);
  const comments = since(call, call.world.state.commentsOf(call.repo.id, issue.number));
  return call.paged(comments, (comment) => commentView(call.world, call.repo, comment));
}

function ofRepository(call: ApiCall): Reply {
  const { repo, world } = call;
  const own = [...world.state.comments.values()].filter((comment) => comment.repositoryId === repo.id);
  const ordered = call.query('direction') === 'desc' ? own.reverse() : own;
  return call.paged(since(call, ordered), (comment) => commentView(world, repo, comment));
}

function create(call: ApiCall): Reply {
  const body = call.required('IssueComment', 'body');
  const comment = createComment(call.world, call.actor, call.repo, pathIssue(call), body);
  return created(commentView(call.world, call.repo, comment));
}

function update(call: ApiCall): Reply {
  const body = call.required('IssueComment', 'body');
  const comment = editComment(call.world, call.actor, call.repo, pathComment(call), body);
  return ok(commentView(call.world, call.repo, comment));
}

function remove(call: ApiCall): Reply {
  deleteComment(call.world, call.actor, call.repo, pathComment(call));
  return noContent();
}

const ONE = '/repos/{owner}/{repo}/issues/comments/{comment_id}';

const routes: readonly Route[] = [
  { method: 'GET', path: '/repos/{owner}/{repo}/issues/{issue_number}/comments', caller: 'any', handle: ofIssue },
  { method: 'POST', path: '/repos/{owner}/{repo}/issues/{issue_number}/comments', caller: 'any', handle: create },
  { method: 'GET', path: '/repos/{owner}/{repo}/issues/comments', caller: 'any', handle: ofRepository },
  {
    method: 'GET',
    path: ONE,
    caller: 'any',
    handle: (call) => ok(commentView(call.world, call.repo, pathComment(call))),
  },
  { method: 'PATCH', path: ONE, caller: 'any', handle: update },
  { method: 'DELETE', path: ONE, caller: 'any', handle: remove },
];

export default routes;
