/** Reads what a push brought: names its new commits, then tells every file of each, by API or by git. */
import type { RepoRef } from '../../../core/repo-ref.js';
import type { Commits } from '../gateway.js';
import { readByApi, tellCommit } from './api-route.js';
import type { Change, Remember } from './change.js';
import { type Base, chooseBase, chooseRoute, isBaseGone, MOST_COMMITS_BY_API, type Push, suitsApi } from './choose.js';
import type { GitSettings } from './git-copies.js';
import { readByGit } from './git-route.js';
import type { Remote } from './git.js';

export interface ChangeSources {
  readonly commits: Commits;
  readonly git: GitSettings;
  readonly remember: Remember;
  /** Where git reads the repository; asked for only when git is needed, since it mints a token. */
  readonly remote: () => Promise<Remote>;
}

/**
 * Every file of every new commit, oldest commit first as far as GitHub's order goes. Read it to the end: a `Tally` over
 * it says whether all was seen. One request for a push of one commit.
 * @throws GitHubError when the push could not be read; then nothing is known and nothing may pass
 */
export async function* readPush(sources: ChangeSources, repo: RepoRef, push: Push): AsyncGenerator<Change> {
  const range = await nameCommits(sources.commits, repo, push, chooseBase(push));
  yield* readCommits(sources, repo, push.after, range);
}

/**
 * What `head` has and `base` has not: of a pull request, or of a merge group.
 * @throws GitHubError as `readPush`
 */
export async function* readBetween(
  sources: ChangeSources,
  repo: RepoRef,
  base: string,
  head: string,
): AsyncGenerator<Change> {
  yield* readCommits(sources, repo, head, await since(sources.commits, repo, base, head));
}

export interface OneCommit {
  readonly parents: readonly string[];
  /** Against its first parent. */
  readonly changes: AsyncIterable<Change>;
}

/** A single commit, whatever leads to it. One request where the API shows all of it. @throws GitHubError as `readPush` */
export async function readCommit(sources: ChangeSources, repo: RepoRef, sha: string): Promise<OneCommit> {
  const commit = await sources.commits.get(repo, sha, { filePages: 1 });
  const changes = suitsApi(commit)
    ? tellCommit(sources.commits, repo, commit, sources.remember)
    : readByGit(sources.git, await sources.remote(), sha, { commits: [sha], depth: 1 }, sources.remember);
  return { parents: commit.parents, changes };
}

type Range = readonly string[] | 'everything';

async function nameCommits(commits: Commits, repo: RepoRef, push: Push, base: Base): Promise<Range> {
  switch (base.kind) {
    case 'nothing':
      return [];
    case 'listed':
      return base.commits;
    case 'everything':
      return everything(commits, repo, push.after);
    case 'since': {
      const range = await since(commits, repo, base.base, push.after);
      // The default branch may have been moved to these commits meanwhile; that is no reason not to look.
      return range === 'everything' ? range : [...new Set([...range, ...push.commits])];
    }
  }
}

async function since(commits: Commits, repo: RepoRef, base: string, head: string): Promise<Range> {
  const range: string[] = [];
  try {
    for await (const { sha } of commits.between(repo, base, head)) range.push(sha);
    return range;
  } catch (error) {
    if (!isBaseGone(error)) throw error;
    return everything(commits, repo, head);
  }
}

/** The few commits of a young repository by name; of any other git finds them faster. */
async function everything(commits: Commits, repo: RepoRef, head: string): Promise<Range> {
  const range: string[] = [];
  for await (const { sha } of commits.reachable(repo, head)) {
    if (range.push(sha) > MOST_COMMITS_BY_API) return 'everything';
  }
  return range.reverse();
}

async function* readCommits(sources: ChangeSources, repo: RepoRef, head: string, range: Range): AsyncGenerator<Change> {
  if (range === 'everything' || chooseRoute(range.length) === 'git') {
    const wanted = range === 'everything' ? range : { commits: range, depth: range.length };
    yield* readByGit(sources.git, await sources.remote(), head, wanted, sources.remember);
    return;
  }
  const left: string[] = [];
  for (const sha of range) {
    const commit = await readByApi(sources.commits, repo, sha);
    if (commit === undefined) left.push(sha);
    else yield* tellCommit(sources.commits, repo, commit, sources.remember);
  }
  if (left.length === 0) return;
  const wanted = { commits: left, depth: range.length };
  yield* readByGit(sources.git, await sources.remote(), head, wanted, sources.remember);
}
