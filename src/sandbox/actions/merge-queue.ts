/** Merge queues: pull requests wait in line, each tested as it would be after those ahead of it, and merge by themselves. */
import { ApiError } from '../api-error.js';
import { resolveCommit } from '../git/objects.js';
import { git } from '../git/run.js';
import type { QueueEntry } from '../state/gates.js';
import type { PullRequest, Repository } from '../state/model.js';
import { queueOf, requiredChecks, rulesOn } from '../state/protection.js';
import { type Actor, timestamp, type World } from '../world.js';
import { moveState } from './issues.js';
import { announceGroup, buildGroup, destroyGroup, queueBot } from './merge-groups.js';
import { queueBlocker } from './mergeability.js';
import { announcePull } from './pull-sync.js';
import { moveRefs } from './refs.js';
import { ensureMay } from './rules.js';

function entryOf(world: World, repo: Repository, pull: PullRequest): QueueEntry | undefined {
  return queueOf(world.state, repo, pull.baseRef).find((entry) => entry.pullNumber === pull.number);
}

/**
 * Puts a pull request at the end of its base's queue.
 * @throws ApiError 403, or 405 when the base has no queue, the pull request is in it, conflicts or lacks a required check.
 */
export async function enqueuePullRequest(
  world: World,
  actor: Actor,
  repo: Repository,
  pull: PullRequest,
): Promise<QueueEntry> {
  ensureMay(world, actor, repo, 'write');
  if (!rulesOn(world.state, repo, pull.baseRef).some(({ mergeQueue }) => mergeQueue)) {
    throw new ApiError(405, `A merge queue is not required for ${pull.baseRef}`);
  }
  const open = world.state.issue(repo.id, pull.number)?.state === 'open';
  const blocker = open
    ? await queueBlocker(world.state, actor.user.login, repo, pull)
    : 'Pull Request is not mergeable';
  if (blocker !== null) throw new ApiError(405, blocker);
  const entry: QueueEntry = {
    id: world.state.nextId(),
    repositoryId: repo.id,
    pullNumber: pull.number,
    baseRef: pull.baseRef,
    pullHeadSha: pull.headSha,
    enqueuedBy: actor.user.login,
    groupBaseSha: '',
    groupSha: '',
    groupBranch: '',
  };
  await world.settleQueues(repo, async () => {
    if (entryOf(world, repo, pull) !== undefined) throw new ApiError(405, 'Pull request is already in the queue');
    const last = queueOf(world.state, repo, pull.baseRef).at(-1);
    if (!(await buildGroup(world, repo, entry, last))) throw new ApiError(405, 'Pull Request is not mergeable');
    world.state.queue.set(entry.id, entry);
    announcePull(world, actor, repo, pull, 'enqueued');
    await announceGroup(world, repo, entry);
  });
  return entry;
}

/** @throws ApiError 403, or 405 when it is not in a queue. */
export async function dequeuePullRequest(
  world: World,
  actor: Actor,
  repo: Repository,
  pull: PullRequest,
): Promise<void> {
  ensureMay(world, actor, repo, 'write');
  await world.settleQueues(repo, async () => {
    const entry = entryOf(world, repo, pull);
    if (entry === undefined) throw new ApiError(405, 'Pull request is not in the queue');
    await remove(world, actor, repo, entry, 'MANUAL');
  });
}

/** Takes an entry out and builds those behind it anew, without it. */
async function remove(world: World, actor: Actor, repo: Repository, entry: QueueEntry, reason: string): Promise<void> {
  const line = queueOf(world.state, repo, entry.baseRef);
  const behind = line.slice(line.indexOf(entry) + 1);
  world.state.queue.delete(entry.id);
  await destroyGroup(world, repo, entry, 'dequeued');
  const pull = world.state.pullRequest(repo.id, entry.pullNumber);
  if (pull !== undefined) announcePull(world, actor, repo, pull, 'dequeued', { reason });
  await rebuild(world, repo, behind);
}

/** Who conflicts with those who are ahead now leaves the queue. */
async function rebuild(world: World, repo: Repository, entries: readonly QueueEntry[]): Promise<void> {
  for (const entry of entries) {
    if (!world.state.queue.has(entry.id)) continue;
    await destroyGroup(world, repo, entry, 'invalidated');
    const line = queueOf(world.state, repo, entry.baseRef);
    if (await buildGroup(world, repo, entry, line[line.indexOf(entry) - 1])) {
      await announceGroup(world, repo, entry);
      continue;
    }
    world.state.queue.delete(entry.id);
    const pull = world.state.pullRequest(repo.id, entry.pullNumber);
    if (pull !== undefined) announcePull(world, queueBot(world), repo, pull, 'dequeued', { reason: 'MERGE_CONFLICT' });
  }
}

async function merge(world: World, repo: Repository, entry: QueueEntry): Promise<void> {
  const bot = queueBot(world);
  const pull = world.state.pullRequest(repo.id, entry.pullNumber);
  const issue = world.state.issue(repo.id, entry.pullNumber);
  world.state.queue.delete(entry.id);
  if (pull === undefined || issue === undefined) return;
  const forward = async () => {
    await git(repo.gitDir, ['update-ref', `refs/heads/${entry.baseRef}`, entry.groupSha, entry.groupBaseSha]);
    pull.mergeCommitSha = entry.groupSha;
    pull.mergedAt = timestamp(world);
    pull.mergedBy = bot.user.login;
    moveState(world, bot, issue, 'closed', null);
  };
  await moveRefs(world, bot, repo, forward, 'merge_queue_merge');
  announcePull(world, bot, repo, pull, 'closed');
  await destroyGroup(world, repo, entry, 'merged');
}

/** Whether the pull request was closed, or is no longer what was queued. */
function hasLeft(world: World, repo: Repository, entry: QueueEntry): boolean {
  const pull = world.state.pullRequest(repo.id, entry.pullNumber);
  const open = world.state.issue(repo.id, entry.pullNumber)?.state === 'open';
  return !open || pull?.headSha !== entry.pullHeadSha || pull.baseRef !== entry.baseRef;
}

/**
 * Does one thing that is due; false when nothing is. Only the first in line is judged: what fails further back may fail
 * because of those ahead.
 */
async function step(world: World, repo: Repository, baseRef: string): Promise<boolean> {
  const base = await resolveCommit(repo.gitDir, `refs/heads/${baseRef}`);
  const line = queueOf(world.state, repo, baseRef);
  const [first] = line;
  if (first === undefined) return false;
  const left = line.find((entry) => hasLeft(world, repo, entry));
  if (left !== undefined) {
    await remove(world, queueBot(world), repo, left, 'MANUAL');
    return true;
  }
  if (base !== first.groupBaseSha) {
    await rebuild(world, repo, line);
    return true;
  }
  const checks = requiredChecks(world.state, repo, rulesOn(world.state, repo, baseRef), first.groupSha);
  if (checks.some(({ state }) => state === 'failing')) {
    await remove(world, queueBot(world), repo, first, 'CI_FAILURE');
    return true;
  }
  if (checks.some(({ state }) => state !== 'passed')) return false;
  await merge(world, repo, first);
  return true;
}

/** Does everything that is due in a repository. */
async function settle(world: World, repo: Repository): Promise<void> {
  const entries = [...world.state.queue.values()].filter(({ repositoryId }) => repositoryId === repo.id);
  for (const baseRef of new Set(entries.map((entry) => entry.baseRef))) {
    let due = true;
    while (due) due = await step(world, repo, baseRef);
  }
}

/** One at a time in each repository: see `World.settleQueues`. */
export function createQueueSettler(world: () => World): World['settleQueues'] {
  const turns = new Map<number, Promise<void>>();
  return async (repo, first) => {
    const waits = [...world().state.queue.values()].some(({ repositoryId }) => repositoryId === repo.id);
    if (first === undefined && !waits) return;
    const turn = (turns.get(repo.id) ?? Promise.resolve()).then(async () => {
      await first?.();
      await settle(world(), repo);
    });
    turns.set(
      repo.id,
      // Whoever asked hears of a failure; the next one only waits for the end.
      turn.catch(() => undefined),
    );
    await turn;
  };
}
