/** The webhooks of one moved ref: push, create or delete, and the check suites of its new head. */
import { commitsBetween, type PathLists, touchedPaths } from '../git/history.js';
import { readCommits, resolveCommit, type Commit } from '../git/objects.js';
import type { Repository } from '../state/model.js';
import { hookCommitView } from '../views/commit.js';
import type { Json } from '../views/people.js';
import { repositoryHtml } from '../views/repository.js';
import type { Actor, World } from '../world.js';
import { requestSuites } from './checks.js';

/** "The array includes a maximum of 2048 commits." @see https://docs.github.com/en/webhooks/webhook-events-and-payloads#push */
const COMMITS_LIMIT = 2_048;
const SKIP_CHECKS = /^skip-checks: *true$/im;

export interface RefChange {
  readonly ref: string;
  /** The branch's name, null for a tag. */
  readonly branch: string | null;
  readonly before: string;
  readonly after: string;
  /** The commit the ref now leads to; null after a deletion. */
  readonly head: string | null;
  readonly created: boolean;
  readonly deleted: boolean;
  readonly forced: boolean;
}

const NO_PATHS: PathLists = { added: [], removed: [], modified: [] };

/** What a push brought: since `before`, or for a new branch since it left the default branch. */
async function pushedShas(repo: Repository, change: RefChange): Promise<string[]> {
  if (change.head === null || change.branch === null) return [];
  if (!change.created) return commitsBetween(repo.gitDir, [change.before], change.head, COMMITS_LIMIT);
  const trunk = change.branch === repo.defaultBranch ? null : await resolveCommit(repo.gitDir, repo.defaultBranch);
  return commitsBetween(repo.gitDir, trunk === null ? [] : [trunk], change.head, COMMITS_LIMIT);
}

function compareUrl(world: World, repo: Repository, change: RefChange): string {
  const html = repositoryHtml(world, repo);
  const short = (sha: string) => sha.slice(0, 12);
  if (change.created) return `${html}/compare/${change.branch ?? short(change.after)}`;
  return `${html}/compare/${short(change.before)}...${short(change.after)}`;
}

async function pushPayload(
  world: World,
  actor: Actor,
  repo: Repository,
  change: RefChange,
  known: readonly string[],
): Promise<Json> {
  const shas = await pushedShas(repo, change);
  const commits = await readCommits(repo.gitDir, shas);
  const head = change.head === null ? [] : await readCommits(repo.gitDir, [change.head]);
  const paths = await touchedPaths(repo.gitDir, commits.length > 0 ? commits : head);
  const fresh = change.head === null ? [] : await commitsBetween(repo.gitDir, known, change.head);
  const distinct = new Set(fresh);
  const view = (commit: Commit): Json => ({
    ...hookCommitView(world, repo, commit),
    distinct: distinct.has(commit.sha),
    ...(paths.get(commit.sha) ?? NO_PATHS),
  });
  return {
    ref: change.ref,
    before: change.before,
    after: change.after,
    created: change.created,
    deleted: change.deleted,
    forced: change.forced,
    base_ref: null,
    compare: compareUrl(world, repo, change),
    pusher: { name: actor.user.login, email: actor.user.email },
    commits: commits.map(view),
    head_commit: head[0] === undefined ? null : view(head[0]),
  };
}

function seconds(iso: string): number {
  return Math.floor(Date.parse(iso) / 1000);
}

/** A push shows its repository with times in seconds and the owner's name, unlike every other event. */
function pushRepository(repo: Repository): Json {
  return {
    created_at: seconds(repo.createdAt),
    pushed_at: seconds(repo.pushedAt ?? repo.createdAt),
    master_branch: repo.defaultBranch,
    stargazers: 0,
  };
}

/** `known` are the shas that refs led to before: commits behind them are not `distinct`. */
export async function announcePush(
  world: World,
  actor: Actor,
  repo: Repository,
  change: RefChange,
  known: readonly string[],
): Promise<void> {
  if (change.created || change.deleted) announceRef(world, actor, repo, change);
  const payload = await pushPayload(world, actor, repo, change, known);
  world.emit({ name: 'push', repository: repo, sender: actor.user, payload, repositoryFields: pushRepository(repo) });
  if (change.branch === null || change.head === null) return;
  const [head] = await readCommits(repo.gitDir, [change.head]);
  if (head === undefined || SKIP_CHECKS.test(head.message)) return;
  const push = { headSha: change.head, headBranch: change.branch, before: change.before };
  requestSuites(world, repo, actor.user, push);
}

function announceRef(world: World, actor: Actor, repo: Repository, change: RefChange): void {
  const common = {
    ref: change.branch ?? change.ref.replace('refs/tags/', ''),
    ref_type: change.branch === null ? 'tag' : 'branch',
    pusher_type: 'user',
  };
  const created = { ...common, master_branch: repo.defaultBranch, description: repo.description };
  world.emit({
    name: change.created ? 'create' : 'delete',
    repository: repo,
    sender: actor.user,
    payload: change.created ? created : common,
  });
}
