/** Opens and changes issues, for people and Apps alike, and sends the webhooks of every change. */
import { forbidden } from '../api-error.js';
import type { Issue, Repository } from '../state/model.js';
import { issueKey } from '../state/state.js';
import { issueView, labelView } from '../views/issue.js';
import { accountView, type Json } from '../views/people.js';
import { type Actor, timestamp, type World } from '../world.js';
import { ensureLabels } from './labels.js';
import { BODY_LIMIT, ensureIssuesEnabled, ensureLength, ensureMay, ensurePresent, may, TITLE_LIMIT } from './rules.js';

export interface NewIssue {
  readonly title: string;
  readonly body: string | null;
  readonly labels: readonly string[];
  readonly assignees: readonly string[];
}

export interface IssueChange {
  readonly title?: string;
  readonly body?: string | null;
  readonly labels?: readonly string[];
  readonly assignees?: readonly string[];
  readonly state?: 'open' | 'closed';
  readonly stateReason?: Issue['stateReason'];
}

/** The record alone; a pull request makes one too. */
export function addIssueRecord(world: World, actor: Actor, repo: Repository, given: NewIssue, pull: boolean): Issue {
  ensurePresent('Issue', 'title', given.title);
  ensureLength('Issue', 'title', given.title, TITLE_LIMIT);
  ensureLength('Issue', 'body', given.body, BODY_LIMIT);
  // Without push access GitHub drops labels and assignees silently.
  const trusted = may(world, actor, repo, 'write');
  const labels = trusted ? ensureLabels(world, actor, repo, given.labels) : [];
  const now = timestamp(world);
  repo.lastNumber += 1;
  const issue: Issue = {
    id: world.state.nextId(),
    repositoryId: repo.id,
    number: repo.lastNumber,
    title: given.title,
    body: given.body,
    author: actor.user.login,
    state: 'open',
    stateReason: null,
    labels,
    assignees: trusted ? given.assignees.slice(0, 10) : [],
    locked: false,
    pinned: false,
    createdAt: now,
    updatedAt: now,
    closedAt: null,
    closedBy: null,
    viaAppId: actor.viaApp?.id ?? null,
    isPullRequest: pull,
    edits: [],
  };
  world.state.issues.set(issueKey(repo.id, issue.number), issue);
  return issue;
}

/** @throws ApiError 410 when issues are off, 403, 404 or 422. */
export function createIssue(world: World, actor: Actor, repo: Repository, given: NewIssue): Issue {
  ensureMay(world, actor, repo, 'read');
  ensureIssuesEnabled(repo);
  const issue = addIssueRecord(world, actor, repo, given, false);
  announce(world, actor, repo, issue, 'opened');
  for (const name of issue.labels) announceLabel(world, actor, repo, issue, 'labeled', name);
  return issue;
}

function announce(world: World, actor: Actor, repo: Repository, issue: Issue, action: string, extra: Json = {}): void {
  if (issue.isPullRequest) return;
  const payload = { issue: issueView(world, repo, issue), ...extra };
  world.emit({ name: 'issues', action, repository: repo, sender: actor.user, payload });
}

function announceLabel(
  world: World,
  actor: Actor,
  repo: Repository,
  issue: Issue,
  action: 'labeled' | 'unlabeled',
  name: string,
): void {
  const label = world.state.label(repo.id, name);
  announce(world, actor, repo, issue, action, label === undefined ? {} : { label: labelView(world, repo, label) });
}

function ensureMayEdit(world: World, actor: Actor, repo: Repository, issue: Issue): void {
  ensureMay(world, actor, repo, 'read');
  const own = issue.author.toLowerCase() === actor.user.login.toLowerCase();
  if (!own && !may(world, actor, repo, 'triage')) throw forbidden('Must have triage rights to Repository.');
}

/**
 * Changes what is given and really differs; one webhook a kind of change, as on GitHub.
 * @throws ApiError 403, 404, 410 or 422.
 */
export function updateIssue(world: World, actor: Actor, repo: Repository, issue: Issue, change: IssueChange): Issue {
  ensureMayEdit(world, actor, repo, issue);
  if (!issue.isPullRequest) ensureIssuesEnabled(repo);
  if (change.title !== undefined) ensurePresent('Issue', 'title', change.title);
  ensureLength('Issue', 'title', change.title ?? null, TITLE_LIMIT);
  ensureLength('Issue', 'body', change.body ?? null, BODY_LIMIT);
  const changes = editText(world, actor, issue, change);
  if (Object.keys(changes).length > 0) announce(world, actor, repo, issue, 'edited', { changes });
  if (change.labels !== undefined) relabel(world, actor, repo, issue, change.labels);
  if (change.assignees !== undefined) reassign(world, actor, repo, issue, change.assignees);
  if (change.state !== undefined) setState(world, actor, repo, issue, change.state, change.stateReason ?? null);
  return issue;
}

/** Returns `changes` as the edited webhook has it: the former values of what changed. */
export function editText(world: World, actor: Actor, issue: Issue, change: IssueChange): Json {
  const changes: Json = {};
  if (change.title !== undefined && change.title !== issue.title) {
    changes.title = { from: issue.title };
    issue.title = change.title;
  }
  if (change.body !== undefined && change.body !== issue.body) {
    changes.body = { from: issue.body ?? '' };
    if (issue.edits.length === 0) {
      issue.edits.push({ editor: issue.author, editedAt: issue.createdAt, diff: issue.body ?? '' });
    }
    issue.body = change.body;
    issue.edits.push({ editor: actor.user.login, editedAt: timestamp(world), diff: change.body ?? '' });
  }
  if (Object.keys(changes).length > 0) issue.updatedAt = timestamp(world);
  return changes;
}

function relabel(world: World, actor: Actor, repo: Repository, issue: Issue, names: readonly string[]): void {
  if (!may(world, actor, repo, 'triage')) return;
  const before = issue.labels;
  const after = ensureLabels(world, actor, repo, names);
  issue.labels = after;
  const added = after.filter((name) => !before.includes(name));
  const removed = before.filter((name) => !after.includes(name));
  if (added.length + removed.length > 0) issue.updatedAt = timestamp(world);
  for (const name of added) announceLabel(world, actor, repo, issue, 'labeled', name);
  for (const name of removed) announceLabel(world, actor, repo, issue, 'unlabeled', name);
}

function reassign(world: World, actor: Actor, repo: Repository, issue: Issue, logins: readonly string[]): void {
  if (!may(world, actor, repo, 'triage')) return;
  const before = issue.assignees;
  const after = logins.slice(0, 10);
  issue.assignees = after;
  const assignee = (login: string) => ({ assignee: accountView(world, login) });
  for (const login of after)
    if (!before.includes(login)) announce(world, actor, repo, issue, 'assigned', assignee(login));
  for (const login of before)
    if (!after.includes(login)) announce(world, actor, repo, issue, 'unassigned', assignee(login));
}

/** The record alone: closes or reopens, true when that changed anything. */
export function moveState(
  world: World,
  actor: Actor,
  issue: Issue,
  state: Issue['state'],
  reason: Issue['stateReason'],
): boolean {
  if (issue.state === state) return false;
  const now = timestamp(world);
  issue.state = state;
  issue.stateReason = state === 'closed' ? (reason ?? 'completed') : 'reopened';
  issue.closedAt = state === 'closed' ? now : null;
  issue.closedBy = state === 'closed' ? actor.user.login : null;
  issue.updatedAt = now;
  return true;
}

function setState(
  world: World,
  actor: Actor,
  repo: Repository,
  issue: Issue,
  state: Issue['state'],
  reason: Issue['stateReason'],
): void {
  if (!moveState(world, actor, issue, state, reason)) return;
  announce(world, actor, repo, issue, state === 'closed' ? 'closed' : 'reopened');
}

/** Pins or unpins for everybody; that there is room for one more is the caller's to check. */
export function pinIssue(world: World, actor: Actor, repo: Repository, issue: Issue, pinned: boolean): Issue {
  ensureMay(world, actor, repo, 'write');
  if (issue.pinned === pinned) return issue;
  issue.pinned = pinned;
  announce(world, actor, repo, issue, pinned ? 'pinned' : 'unpinned');
  return issue;
}
