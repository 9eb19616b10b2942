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

/** What one push says of its commits, read from git in as few steps as it takes. */
interface Pushed {
  readonly commits: readonly Commit[];
  readonly head: Commit | null;
  /** Commits that no ref led to before. */
  readonly distinct: ReadonlySet<string>;
  readonly paths: ReadonlyMap<string, PathLists>;
}

async function readPush(repo: Repository, change: RefChange, known: readonly string[]): Promise<Pushed> {
  if (change.head === null) return { commits: [], head: null, distinct: new Set(), paths: new Map() };
  const [shas, fresh] = await Promise.all([
    pushedShas(repo, change),
    commitsBetween(repo.gitDir, known, change.head, COMMITS_LIMIT),
  ]);
  const read = await readCommits(repo.gitDir, [...new Set([...shas, change.head])]);
  const paths = await touchedPaths(repo.gitDir, read);
  const head = read.find(({ sha }) => sha === change.head) ?? null;
  return { commits: read.slice(0, shas.length), head, distinct: new Set(fresh), paths };
}

function pushPayload(world: World, actor: Actor, repo: Repository, change: RefChange, pushed: Pushed): Json {
  const view = (commit: Commit): Json => ({
    ...hookCommitView(world, repo, commit),
    distinct: pushed.distinct.has(commit.sha),
    ...(pushed.paths.get(commit.sha) ?? NO_PATHS),
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
    commits: pushed.commits.map(view),
    head_commit: pushed.head === null ? null : view(pushed.head),
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
  const pushed = await readPush(repo, change, known);
  const payload = pushPayload(world, actor, repo, change, pushed);
  world.emit({ name: 'push', repository: repo, sender: actor.user, payload, repositoryFields: pushRepository(repo) });
  if (change.branch === null || pushed.head === null || SKIP_CHECKS.test(pushed.head.message)) return;
  const push = { headSha: pushed.head.sha, headBranch: change.branch, before: change.before };
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
