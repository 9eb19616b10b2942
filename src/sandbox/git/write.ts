/** Makes bare repositories and commits in them without a working copy. */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { git, gitText } from './run.js';
import { resolveCommit } from './objects.js';

/** Partial and shallow fetches of any commit, as GitHub allows them; refs of pull requests are ours alone to write. */
const CONFIG = [
  ['uploadpack.allowFilter', 'true'],
  ['uploadpack.allowAnySHA1InWant', 'true'],
  ['http.receivepack', 'true'],
  ['receive.denyDeleteCurrent', 'refuse'],
  ['receive.hideRefs', 'refs/pull'],
  ['gc.auto', '0'],
  ['core.logAllRefUpdates', 'false'],
] as const;

async function configure(gitDir: string): Promise<void> {
  for (const [key, value] of CONFIG) await git(gitDir, ['config', key, value]);
}

/** An empty bare repository. */
export async function initBare(gitDir: string, defaultBranch: string): Promise<void> {
  await git(gitDir, ['init', '--quiet', '--bare', `--initial-branch=${defaultBranch}`, gitDir]);
  await configure(gitDir);
}

/** A bare copy with all branches and tags, for forks. */
export async function cloneBare(from: string, to: string): Promise<void> {
  await git(to, ['clone', '--quiet', '--bare', '--no-hardlinks', from, to]);
  await git(to, ['remote', 'remove', 'origin'], { accept: [0, 2] });
  await configure(to);
}

export interface CommitRequest {
  readonly branch: string;
  /** Where a new branch starts; its own head or nothing when absent. */
  readonly from?: string;
  readonly message: string;
  readonly files: Readonly<Record<string, string | Uint8Array | null>>;
  readonly author: { readonly name: string; readonly email: string };
  readonly at: Date;
}

function identity({ name, email }: CommitRequest['author'], at: Date): Record<string, string> {
  const date = `${Math.floor(at.getTime() / 1000)} +0000`;
  return {
    GIT_AUTHOR_NAME: name,
    GIT_AUTHOR_EMAIL: email,
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_NAME: name,
    GIT_COMMITTER_EMAIL: email,
    GIT_COMMITTER_DATE: date,
  };
}

/** Writes one commit on top of the branch and moves it there. Returns the new sha. */
export async function commitFiles(gitDir: string, request: CommitRequest): Promise<string> {
  const ref = `refs/heads/${request.branch}`;
  const parent = await resolveCommit(gitDir, request.from ?? ref);
  const folder = await mkdtemp(path.join(os.tmpdir(), 'sandbox-index-'));
  const env = { GIT_INDEX_FILE: path.join(folder, 'index') };
  try {
    if (parent !== null) await git(gitDir, ['read-tree', parent], { env });
    for (const [file, content] of Object.entries(request.files)) {
      if (content === null) {
        await git(gitDir, ['update-index', '--force-remove', '--', file], { env: { ...env, GIT_WORK_TREE: folder } });
        continue;
      }
      const blob = await gitText(gitDir, ['hash-object', '-w', '--stdin'], { input: content });
      await git(gitDir, ['update-index', '--add', '--cacheinfo', `100644,${blob},${file}`], { env });
    }
    const tree = await gitText(gitDir, ['write-tree'], { env });
    const sha = await commitTree(gitDir, tree, parent === null ? [] : [parent], request);
    await git(gitDir, ['update-ref', ref, sha]);
    return sha;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Writes a commit object for a tree. */
export async function commitTree(
  gitDir: string,
  tree: string,
  parents: readonly string[],
  { message, author, at }: Pick<CommitRequest, 'message' | 'author' | 'at'>,
): Promise<string> {
  const args = ['commit-tree', tree, ...parents.flatMap((parent) => ['-p', parent])];
  return gitText(gitDir, args, { input: message, env: identity(author, at) });
}

/** The tree that merging two commits gives, null when they conflict. */
export async function mergeTrees(gitDir: string, base: string, head: string): Promise<string | null> {
  const args = ['merge-tree', '--write-tree', '--allow-unrelated-histories', base, head];
  const [tree, ...conflicts] = (await gitText(gitDir, args, { accept: [0, 1] })).split('\n');
  return tree !== undefined && conflicts.length === 0 ? tree : null;
}
