/** Comments on issues and pull requests, and reactions to either. */
import { forbidden } from '../api-error.js';
import type { Comment, Issue, Reaction, Repository } from '../state/model.js';
import { commentView, issueView } from '../views/issue.js';
import type { Json } from '../views/people.js';
import { type Actor, timestamp, type World } from '../world.js';
import { BODY_LIMIT, ensureLength, ensureMay, ensurePresent, may } from './rules.js';

function announce(
  world: World,
  actor: Actor,
  repo: Repository,
  comment: Comment,
  action: 'created' | 'edited' | 'deleted',
  extra: Json = {},
): void {
  const issue = world.state.issue(repo.id, comment.issueNumber);
  if (issue === undefined) return;
  const payload = { ...extra, issue: issueView(world, repo, issue), comment: commentView(world, repo, comment) };
  world.emit({ name: 'issue_comment', action, repository: repo, sender: actor.user, payload });
}

/** @throws ApiError 403 on locked conversations, 404, 422 over 65,536 characters. */
export function createComment(world: World, actor: Actor, repo: Repository, issue: Issue, body: string): Comment {
  ensureMay(world, actor, repo, 'read');
  if (issue.locked && !may(world, actor, repo, 'write')) {
    throw forbidden('Unable to create comment because issue is locked.');
  }
  ensurePresent('IssueComment', 'body', body);
  ensureLength('IssueComment', 'body', body, BODY_LIMIT);
  const now = timestamp(world);
  const comment: Comment = {
    id: world.state.nextId(),
    repositoryId: repo.id,
    issueNumber: issue.number,
    body,
    author: actor.user.login,
    viaAppId: actor.viaApp?.id ?? null,
    createdAt: now,
    updatedAt: now,
    edits: [],
  };
  world.state.comments.set(comment.id, comment);
  issue.updatedAt = now;
  announce(world, actor, repo, comment, 'created');
  return comment;
}

function ensureMayEdit(world: World, actor: Actor, repo: Repository, comment: Comment): void {
  ensureMay(world, actor, repo, 'read');
  const own = comment.author.toLowerCase() === actor.user.login.toLowerCase();
  if (!own && !may(world, actor, repo, 'write')) throw forbidden('Must have write rights to Repository.');
}

/** @throws ApiError 403, 404 or 422. An edit that changes nothing sends nothing. */
export function editComment(world: World, actor: Actor, repo: Repository, comment: Comment, body: string): Comment {
  ensureMayEdit(world, actor, repo, comment);
  ensurePresent('IssueComment', 'body', body);
  ensureLength('IssueComment', 'body', body, BODY_LIMIT);
  if (body === comment.body) return comment;
  const from = comment.body;
  if (comment.edits.length === 0) {
    comment.edits.push({ editor: comment.author, editedAt: comment.createdAt, diff: from });
  }
  comment.body = body;
  comment.updatedAt = timestamp(world);
  comment.edits.push({ editor: actor.user.login, editedAt: comment.updatedAt, diff: body });
  announce(world, actor, repo, comment, 'edited', { changes: { body: { from } } });
  return comment;
}

/** @throws ApiError 403 or 404. */
export function deleteComment(world: World, actor: Actor, repo: Repository, comment: Comment): void {
  ensureMayEdit(world, actor, repo, comment);
  world.state.comments.delete(comment.id);
  announce(world, actor, repo, comment, 'deleted');
}

/** The same person's same reaction exists once; `created` says whether it is new. Reactions have no webhook. */
export function react(
  world: World,
  actor: Actor,
  subject: Pick<Reaction, 'subject' | 'subjectId' | 'content'>,
): { readonly reaction: Reaction; readonly created: boolean } {
  const existing = [...world.state.reactions.values()].find(
    (reaction) =>
      reaction.subject === subject.subject &&
      reaction.subjectId === subject.subjectId &&
      reaction.content === subject.content &&
      reaction.login === actor.user.login,
  );
  if (existing !== undefined) return { reaction: existing, created: false };
  const id = world.state.nextId();
  const reaction: Reaction = { ...subject, id, login: actor.user.login, createdAt: timestamp(world) };
  world.state.reactions.set(id, reaction);
  return { reaction, created: true };
}
