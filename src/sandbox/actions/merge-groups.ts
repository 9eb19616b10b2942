/** The temporary branches that a merge queue tests: made, announced and taken away again, always by GitHub's own account. */
import { readCommits, resolveCommit } from '../git/objects.js';
import { git } from '../git/run.js';
import { commitTree, mergeTrees } from '../git/write.js';
import type { QueueEntry } from '../state/gates.js';
import type { Repository, User } from '../state/model.js';
import { hookCommitView } from '../views/commit.js';
import type { Json } from '../views/people.js';
import type { Actor, World } from '../world.js';
import { mergeMessage } from './pulls.js';
import { moveRefs } from './refs.js';

const LOGIN = 'github-merge-queue[bot]';

export function queueBot(world: World): Actor {
  const existing = world.state.user(LOGIN);
  if (existing !== undefined) return { user: existing, viaApp: null };
  const id = world.state.nextId();
  const email = `${id}+${LOGIN}@users.noreply.github.com`;
  const user: User = { id, login: LOGIN, type: 'Bot', name: null, email };
  world.state.users.set(LOGIN, user);
  return { user, viaApp: null };
}

const lastGroups = new WeakMap<Repository, number>();

/**
 * Now, or a second after the group before: the same pull request queued twice gives two commits, each with its own checks,
 * even while the clock of a test stands still.
 */
function groupTime(world: World, repo: Repository): Date {
  const at = Math.max(world.clock.now().getTime(), (lastGroups.get(repo) ?? 0) + 1_000);
  lastGroups.set(repo, at);
  return new Date(at);
}

/**
 * Commits the pull request on top of the group `ahead` (or the base) and points the entry's branch there.
 * False when the two conflict or the base is gone; nothing is changed then.
 */
export async function buildGroup(
  world: World,
  repo: Repository,
  entry: QueueEntry,
  ahead: QueueEntry | undefined,
): Promise<boolean> {
  const issue = world.state.issue(repo.id, entry.pullNumber);
  const pull = world.state.pullRequest(repo.id, entry.pullNumber);
  const base = ahead?.groupSha ?? (await resolveCommit(repo.gitDir, `refs/heads/${entry.baseRef}`));
  const tree = base === null ? null : await mergeTrees(repo.gitDir, base, entry.pullHeadSha);
  if (issue === undefined || pull === undefined || base === null || tree === null) return false;
  const author = world.state.user(entry.enqueuedBy) ?? queueBot(world).user;
  const sha = await commitTree(repo.gitDir, tree, [base, entry.pullHeadSha], {
    message: mergeMessage(pull, issue),
    author: { name: author.name ?? author.login, email: author.email },
    at: groupTime(world, repo),
  });
  entry.groupBaseSha = base;
  entry.groupBranch = `gh-readonly-queue/${entry.baseRef}/pr-${entry.pullNumber}-${base}`;
  entry.groupSha = sha;
  await moveRefs(world, queueBot(world), repo, () =>
    git(repo.gitDir, ['update-ref', `refs/heads/${entry.groupBranch}`, sha]),
  );
  return true;
}

async function groupView(world: World, repo: Repository, entry: QueueEntry): Promise<Json> {
  const [head] = await readCommits(repo.gitDir, [entry.groupSha]);
  return {
    head_sha: entry.groupSha,
    head_ref: `refs/heads/${entry.groupBranch}`,
    base_sha: entry.groupBaseSha,
    base_ref: `refs/heads/${entry.baseRef}`,
    head_commit: head === undefined ? null : hookCommitView(world, repo, head),
  };
}

/** `merge_group.checks_requested`. */
export async function announceGroup(world: World, repo: Repository, entry: QueueEntry): Promise<void> {
  const payload = { merge_group: await groupView(world, repo, entry) };
  const sender = queueBot(world).user;
  world.emit({ name: 'merge_group', action: 'checks_requested', repository: repo, sender, payload });
}

/** Deletes the branch and says why. */
export async function destroyGroup(
  world: World,
  repo: Repository,
  entry: QueueEntry,
  reason: 'merged' | 'dequeued' | 'invalidated',
): Promise<void> {
  const bot = queueBot(world);
  const payload = { reason, merge_group: await groupView(world, repo, entry) };
  await moveRefs(world, bot, repo, () => git(repo.gitDir, ['update-ref', '-d', `refs/heads/${entry.groupBranch}`]));
  world.emit({ name: 'merge_group', action: 'destroyed', repository: repo, sender: bot.user, payload });
}
