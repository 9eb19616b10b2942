/** Every change of branches and tags goes through here: what moved is found by comparing refs before and after. */
import { git } from '../git/run.js';
import { readRefs, resolveCommit, ZERO_SHA } from '../git/objects.js';
import { isAncestor } from '../git/history.js';
import type { Activity, Repository } from '../state/model.js';
import { type Actor, timestamp, type World } from '../world.js';
import { announcePush, type RefChange } from './push.js';
import { syncPullRequests } from './pull-sync.js';

/** No push event for tags when more than three are pushed at once, none at all above 5,000 branches. */
const TAGS_AT_ONCE = 3;
const BRANCHES_AT_ONCE = 5_000;

/** `moveRefs`, and whatever that means for merge queues: the repository's own, and those its pull requests wait in elsewhere. */
export async function changeRefs<T>(
  world: World,
  actor: Actor,
  repo: Repository,
  change: () => Promise<T>,
  kind?: Activity['type'],
): Promise<T> {
  const result = await moveRefs(world, actor, repo, change, kind);
  await world.settleQueues(repo);
  const parent = world.state.repositories.get(repo.parentId ?? 0);
  if (parent !== undefined) await world.settleQueues(parent);
  return result;
}

/**
 * Runs `change` alone in this repository, then records and announces every ref it moved, in order of names.
 * What `change` throws passes through after the announcements: refs moved before the failure did move.
 * `kind` is how the activity log calls a branch that moved, instead of a push.
 */
export async function moveRefs<T>(
  world: World,
  actor: Actor,
  repo: Repository,
  change: () => Promise<T>,
  kind?: Activity['type'],
): Promise<T> {
  const turn = (world.refLocks.get(repo.id) ?? Promise.resolve()).then(async () => {
    const before = await readRefs(repo.gitDir);
    try {
      return await change();
    } finally {
      await announceChanges(world, actor, repo, before, kind);
    }
  });
  world.refLocks.set(
    repo.id,
    // Whoever asked for this turn hears of its failure; the next one only waits for its end.
    turn.catch(() => undefined),
  );
  return turn;
}

async function announceChanges(
  world: World,
  actor: Actor,
  repo: Repository,
  before: ReadonlyMap<string, string>,
  kind: Activity['type'] | undefined,
): Promise<void> {
  const after = await readRefs(repo.gitDir);
  const moved = [...new Set([...before.keys(), ...after.keys()])]
    .filter((ref) => before.get(ref) !== after.get(ref))
    .sort();
  if (moved.length === 0) return;
  repo.pushedAt = timestamp(world);
  repo.updatedAt = repo.pushedAt;
  if (before.size === 0) await adoptDefaultBranch(repo, moved);
  const known = [...new Set(before.values())];
  const tags = moved.filter((ref) => ref.startsWith('refs/tags/')).length;
  const branches = moved.length - tags;
  for (const ref of moved) {
    const moving = await describe(repo, ref, before.get(ref), after.get(ref));
    if (moving.branch !== null) record(world, actor, repo, moving, kind);
    const silent = moving.branch === null ? tags > TAGS_AT_ONCE : branches > BRANCHES_AT_ONCE;
    if (!silent) await announcePush(world, actor, repo, moving, known);
    if (moving.branch !== null) await syncPullRequests(world, actor, repo, moving);
  }
}

/** The first branch ever pushed becomes the default when the expected one was not among them. */
async function adoptDefaultBranch(repo: Repository, moved: readonly string[]): Promise<void> {
  const branches = moved.filter((ref) => ref.startsWith('refs/heads/'));
  const [first] = branches;
  if (first === undefined || branches.includes(`refs/heads/${repo.defaultBranch}`)) return;
  repo.defaultBranch = first.slice('refs/heads/'.length);
  await git(repo.gitDir, ['symbolic-ref', 'HEAD', first]);
}

async function describe(
  repo: Repository,
  ref: string,
  before: string | undefined,
  after: string | undefined,
): Promise<RefChange> {
  const branch = ref.startsWith('refs/heads/') ? ref.slice('refs/heads/'.length) : null;
  const moved = before !== undefined && after !== undefined;
  const [head, forward] = await Promise.all([
    after === undefined ? null : resolveCommit(repo.gitDir, after),
    moved ? isAncestor(repo.gitDir, before, after) : true,
  ]);
  return {
    ref,
    branch,
    before: before ?? ZERO_SHA,
    after: after ?? ZERO_SHA,
    head,
    created: before === undefined,
    deleted: after === undefined,
    forced: !forward,
  };
}

function record(
  world: World,
  actor: Actor,
  repo: Repository,
  change: RefChange,
  kind: Activity['type'] | undefined,
): void {
  const id = world.state.nextId();
  const usual = change.created
    ? 'branch_creation'
    : change.deleted
      ? 'branch_deletion'
      : change.forced
        ? 'force_push'
        : 'push';
  world.state.activities.set(id, {
    id,
    repositoryId: repo.id,
    before: change.before,
    after: change.after,
    ref: change.ref,
    timestamp: timestamp(world),
    type: change.created || change.deleted ? usual : (kind ?? usual),
    actor: actor.user.login,
  });
}
