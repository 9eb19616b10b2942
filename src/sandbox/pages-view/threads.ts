/** Issues and pull requests, with what was said under them, as the pages show them. */
import { summarizeEdit } from '../pages/markdown/edits.js';
import type { Account, Comment, Edit, IssuePage, Reaction, ThreadSummary } from '../pages/view.js';
import { type Comment as CommentRecord, type Issue, REACTIONS, type Repository } from '../state/model.js';
import type { State } from '../state/state.js';

export function accountOf(state: State, login: string): Account {
  const organization = state.organization(login);
  if (organization !== undefined) return { login: organization.login, type: 'Organization' };
  return { login, type: state.user(login)?.type ?? 'User' };
}

function reactionsOf(state: State, subject: 'issue' | 'comment', id: number): Reaction[] {
  const own = [...state.reactions.values()].filter((entry) => entry.subject === subject && entry.subjectId === id);
  return REACTIONS.map((content) => ({
    content,
    by: own.filter((entry) => entry.content === content).map(({ login }) => login),
  })).filter(({ by }) => by.length > 0);
}

export function threadSummary(state: State, repo: Repository, issue: Issue): ThreadSummary {
  const merged = (state.pullRequest(repo.id, issue.number)?.mergedAt ?? null) !== null;
  return {
    number: issue.number,
    title: issue.title,
    state: merged ? 'merged' : issue.state,
    author: accountOf(state, issue.author),
    createdAt: issue.createdAt,
    labels: issue.labels,
    comments: state.commentsOf(repo.id, issue.number).length,
  };
}

function commentOf(state: State, comment: CommentRecord): Comment {
  return {
    id: comment.id,
    author: accountOf(state, comment.author),
    body: comment.body,
    createdAt: comment.createdAt,
    edited: comment.edits.length > 0,
    reactions: reactionsOf(state, 'comment', comment.id),
  };
}

/** The first entry of a history is the text as it was opened. */
function editsOf(state: State, issue: Issue): Edit[] {
  return issue.edits.slice(1).map(({ editor, editedAt, diff }, index) => ({
    by: accountOf(state, editor),
    at: editedAt,
    summary: summarizeEdit(issue.edits[index]?.diff ?? '', diff),
  }));
}

export function issuePage(state: State, repo: Repository, issue: Issue): IssuePage {
  return {
    ...threadSummary(state, repo, issue),
    body: issue.body ?? '',
    edited: issue.edits.length > 0,
    locked: issue.locked,
    reactions: reactionsOf(state, 'issue', issue.id),
    thread: state.commentsOf(repo.id, issue.number).map((comment) => commentOf(state, comment)),
    edits: editsOf(state, issue),
  };
}
