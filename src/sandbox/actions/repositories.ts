/** Creates, renames, moves, hides, shows and removes repositories. */
import path from 'node:path';
import { invalid } from '../api-error.js';
import { cloneBare, commitFiles, initBare } from '../git/write.js';
import { git } from '../git/run.js';
import type { Repository } from '../state/model.js';
import { issueKey } from '../state/state.js';
import { NEW_SETTINGS } from '../state/settings.js';
import type { NewRepository } from '../types.js';
import { accountView, type Json } from '../views/people.js';
import { repositoryView } from '../views/repository.js';
import { type Actor, timestamp, type World } from '../world.js';
import { changeSelection } from './installations.js';
import { changeRefs } from './refs.js';
import { ensureMay } from './rules.js';

const NAME = /^[A-Za-z0-9._-]{1,100}$/;

function ensureName(world: World, owner: string, name: string): void {
  if (!NAME.test(name) || name === '.' || name === '..') {
    throw invalid({ resource: 'Repository', code: 'invalid', field: 'name' });
  }
  if (world.state.repositoryNamed(owner, name) !== undefined) {
    const message = 'name already exists on this account';
    throw invalid({ resource: 'Repository', code: 'custom', field: 'name', message });
  }
}

function key(owner: string, name: string): string {
  return `${owner}/${name}`.toLowerCase();
}

function announce(world: World, actor: Actor, repo: Repository, action: string, extra: Json = {}): void {
  world.emit({ name: 'repository', action, repository: repo, sender: actor.user, payload: extra });
}

/**
 * Creates the repository, on disk too, and sends `repository.created`; a template copy is then pushed, as on GitHub.
 * @throws ApiError 422 for a name that is invalid or taken.
 */
export async function createRepository(
  world: World,
  actor: Actor,
  owner: string,
  given: NewRepository,
  source: Repository | null,
): Promise<Repository> {
  ensureName(world, owner, given.name);
  const id = world.state.nextId();
  const now = timestamp(world);
  const forked = given.fork !== undefined && source !== null;
  const repo: Repository = {
    id,
    owner,
    name: given.name,
    private: given.private ?? (forked && source.private),
    archived: false,
    parentId: forked ? source.id : null,
    hasIssues: given.hasIssues ?? !forked,
    isTemplate: false,
    defaultBranch: given.defaultBranch ?? source?.defaultBranch ?? 'main',
    description: given.description ?? null,
    topics: given.topics ?? [],
    properties: given.properties ?? {},
    createdAt: now,
    updatedAt: now,
    pushedAt: null,
    lastNumber: 0,
    collaborators: new Map(),
    settings: NEW_SETTINGS,
    noAutomaticSuites: new Set(),
    gitDir: path.join(world.root, `${id}.git`),
  };
  if (forked) await cloneBare(source.gitDir, repo.gitDir);
  else await initBare(repo.gitDir, repo.defaultBranch);
  if (source === null && given.empty !== true) await firstCommit(world, actor, repo, given);
  world.state.repositories.set(id, repo);
  world.state.names.set(key(owner, given.name), id);
  world.state.formerNames.delete(key(owner, given.name));
  if (forked) {
    const payload = { forkee: repositoryView(world, repo) };
    world.emit({ name: 'fork', repository: source, sender: actor.user, payload });
  }
  announce(world, actor, repo, 'created');
  if (source !== null && !forked) await copyTemplate(world, actor, repo, source);
  return repo;
}

function authorOf(actor: Actor): { name: string; email: string } {
  return { name: actor.user.name ?? actor.user.login, email: actor.user.email };
}

async function firstCommit(world: World, actor: Actor, repo: Repository, given: NewRepository): Promise<void> {
  await commitFiles(repo.gitDir, {
    branch: repo.defaultBranch,
    message: 'Initial commit',
    files: given.files ?? { 'README.md': `# ${repo.name}\n` },
    author: authorOf(actor),
    at: world.clock.now(),
  });
  repo.pushedAt = timestamp(world);
}

async function copyTemplate(world: World, actor: Actor, repo: Repository, template: Repository): Promise<void> {
  const branch = `refs/heads/${repo.defaultBranch}`;
  await changeRefs(world, actor, repo, () =>
    git(repo.gitDir, [
      'fetch',
      '--quiet',
      '--no-tags',
      template.gitDir,
      `refs/heads/${template.defaultBranch}:${branch}`,
    ]),
  );
}

/** The former name leads here until another repository takes it. @throws ApiError 403, 404 or 422. */
export function renameRepository(world: World, actor: Actor, repo: Repository, name: string): Repository {
  ensureMay(world, actor, repo, 'admin');
  ensureName(world, repo.owner, name);
  const from = repo.name;
  move(world, repo, repo.owner, name);
  announce(world, actor, repo, 'renamed', { changes: { repository: { name: { from } } } });
  return repo;
}

function move(world: World, repo: Repository, owner: string, name: string): void {
  world.state.names.delete(key(repo.owner, repo.name));
  world.state.formerNames.set(key(repo.owner, repo.name), repo.id);
  repo.owner = owner;
  repo.name = name;
  repo.updatedAt = timestamp(world);
  world.state.names.set(key(owner, name), repo.id);
  world.state.formerNames.delete(key(owner, name));
}

/** Selected installations of the former owner lose it and hear of that. @throws ApiError 403, 404 or 422. */
export function transferRepository(world: World, actor: Actor, repo: Repository, owner: string): Repository {
  ensureMay(world, actor, repo, 'admin');
  ensureName(world, owner, repo.name);
  const former = repo.owner;
  const losing = world.state.installationsOn(repo);
  const kind = world.state.organization(former) === undefined ? 'user' : 'organization';
  const from = accountView(world, former);
  move(world, repo, owner, repo.name);
  for (const installation of losing) {
    if (installation.selection === 'selected') {
      changeSelection(world, installation, actor.user, { added: [], removed: [repo] });
    }
  }
  announce(world, actor, repo, 'transferred', { changes: { owner: { from: { [kind]: from } } } });
  return repo;
}

/** @throws ApiError 403 or 404. */
export function archiveRepository(world: World, actor: Actor, repo: Repository, archived: boolean): Repository {
  const open = { ...repo, archived: false };
  ensureMay(world, actor, open, 'admin');
  if (repo.archived === archived) return repo;
  repo.archived = archived;
  repo.updatedAt = timestamp(world);
  announce(world, actor, repo, archived ? 'archived' : 'unarchived');
  return repo;
}

/** `public` is a separate event that only becoming public sends. @throws ApiError 403 or 404. */
export function setVisibility(world: World, actor: Actor, repo: Repository, isPrivate: boolean): Repository {
  ensureMay(world, actor, repo, 'admin');
  if (repo.private === isPrivate) return repo;
  repo.private = isPrivate;
  repo.updatedAt = timestamp(world);
  announce(world, actor, repo, isPrivate ? 'privatized' : 'publicized');
  if (!isPrivate) world.emit({ name: 'public', repository: repo, sender: actor.user, payload: {} });
  return repo;
}

/** Its issues, checks and pull requests go with it; forks stay. @throws ApiError 403 or 404. */
export function deleteRepository(world: World, actor: Actor, repo: Repository): void {
  ensureMay(world, actor, { ...repo, archived: false }, 'admin');
  announce(world, actor, repo, 'deleted');
  const { state } = world;
  for (let number = 1; number <= repo.lastNumber; number += 1) {
    state.issues.delete(issueKey(repo.id, number));
    state.pullRequests.delete(issueKey(repo.id, number));
  }
  for (const records of [state.comments, state.labels, state.checkRuns, state.checkSuites, state.statuses]) {
    for (const record of records.values()) if (record.repositoryId === repo.id) records.delete(record.id);
  }
  for (const installation of state.installations.values()) installation.repositoryIds.delete(repo.id);
  state.repositories.delete(repo.id);
  state.names.delete(key(repo.owner, repo.name));
}
