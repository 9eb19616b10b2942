/** Git over HTTP: who may fetch and push, and what a push sets in motion. */
import { changeRefs } from '../actions/refs.js';
import { ApiError } from '../api-error.js';
import { httpBackend } from '../git/http-backend.js';
import { atLeast, roleOf } from '../state/access.js';
import type { Repository } from '../state/model.js';
import type { World } from '../world.js';
import { actorOf, type Caller, identify, reaches } from './caller.js';
import path from 'node:path';

const PATH = /^\/(?<owner>[^/]+)\/(?<name>[^/]+?)(?:\.git)?\/(?<service>info\/refs|git-upload-pack|git-receive-pack)$/;

function text(status: number, message: string, headers: Record<string, string> = {}): Response {
  return new Response(`${message}\n`, { status, headers: { 'content-type': 'text/plain; charset=utf-8', ...headers } });
}

const CHALLENGE = { 'www-authenticate': 'Basic realm="GitHub"' };

/** Null when allowed; git's own client shows the text of a refusal. */
function refusal(world: World, caller: Caller, repo: Repository, pushes: boolean): Response | null {
  const level = accessOf(world, caller, repo);
  if (level === 'none') {
    return caller.kind === 'anonymous'
      ? text(401, 'Authentication required', CHALLENGE)
      : text(404, 'Repository not found.');
  }
  if (!pushes) return null;
  if (caller.kind === 'anonymous') return text(401, 'Authentication required', CHALLENGE);
  if (repo.archived) return text(403, 'This repository was archived so it is read-only.');
  if (level === 'write') return null;
  const login = caller.kind === 'user' ? caller.user.login : 'this token';
  return text(403, `Permission to ${repo.owner}/${repo.name}.git denied to ${login}.`);
}

function accessOf(world: World, caller: Caller, repo: Repository): 'none' | 'read' | 'write' {
  const least = repo.private ? 'none' : 'read';
  if (caller.kind === 'user') {
    const role = roleOf(world.state, repo, caller.user.login);
    if (atLeast(role, 'write')) return 'write';
    return atLeast(role, 'read') ? 'read' : 'none';
  }
  if (caller.kind !== 'installation' || !reaches(caller, repo)) return least;
  const { contents } = caller.token.permissions;
  if (contents === undefined) return least;
  return contents === 'read' ? 'read' : 'write';
}

function find(world: World, owner: string, name: string): Repository | undefined {
  const { state } = world;
  const former = state.formerNames.get(`${owner}/${name}`.toLowerCase());
  return state.repositoryNamed(owner, name) ?? state.repositories.get(former ?? 0);
}

/** Answers git's requests; null for every other path. */
export async function serveGit(world: World, request: Request): Promise<Response | null> {
  const url = new URL(request.url);
  const groups = PATH.exec(url.pathname)?.groups;
  if (groups === undefined) return null;
  const { owner = '', name = '', service = '' } = groups;
  let caller: Caller;
  try {
    caller = identify(world, request.headers.get('authorization') ?? undefined);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return text(error.status, 'Invalid username or token.', error.status === 401 ? CHALLENGE : {});
  }
  const repo = find(world, owner, name);
  if (repo === undefined) {
    return caller.kind === 'anonymous'
      ? text(401, 'Authentication required', CHALLENGE)
      : text(404, 'Repository not found.');
  }
  const receives = service === 'git-receive-pack';
  const pushes = receives || url.searchParams.get('service') === 'git-receive-pack';
  const refused = refusal(world, caller, repo, pushes);
  if (refused !== null) return refused;
  const folder = path.basename(repo.gitDir);
  const user = pushes ? actorOf(world, caller).user.login : 'reader';
  const run = () => httpBackend(request, { root: world.root, path: `/${folder}/${service}`, user, whole: receives });
  return receives ? changeRefs(world, actorOf(world, caller), repo, run) : run();
}
