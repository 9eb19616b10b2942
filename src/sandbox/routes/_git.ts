/** What all routes that read git share: finding the commit a request names, and refusing for repositories without any. */
import { ApiError, notFound } from '../api-error.js';
import { diffFiles, type FileChange } from '../git/history.js';
import { type Commit, readCommits, readRefs, resolveCommit } from '../git/objects.js';
import { git } from '../git/run.js';
import type { ApiCall, Reply } from '../http/call.js';
import type { Repository } from '../state/model.js';

/** @throws ApiError 409 when nothing was pushed yet. */
export async function ensureNotEmpty(repo: Repository): Promise<void> {
  if ((await readRefs(repo.gitDir)).size === 0) throw new ApiError(409, 'Git Repository is empty.');
}

/** The commit a branch, tag or sha names. @throws ApiError 409 for empty repositories, 422 for an unknown sha, 404 otherwise. */
export async function commitOf(repo: Repository, revision: string): Promise<Commit> {
  const sha = await resolveCommit(repo.gitDir, revision);
  const [commit] = sha === null ? [] : await readCommits(repo.gitDir, [sha]);
  if (commit !== undefined) return commit;
  await ensureNotEmpty(repo);
  if (/^[0-9a-f]{40}$/.test(revision)) throw new ApiError(422, `No commit found for SHA: ${revision}`);
  throw notFound();
}

export function changesOf(repo: Repository, commit: Commit): Promise<FileChange[]> {
  return diffFiles(repo.gitDir, commit.parents[0] ?? null, commit.sha);
}

/** The `diff` media type. */
export async function diffReply(repo: Repository, base: string | null, head: string): Promise<Reply> {
  const range = base === null ? ['--root', head] : [base, head];
  const bytes = await git(repo.gitDir, ['diff-tree', '-r', '-M', '-p', '--no-commit-id', ...range]);
  return rawReply(bytes, 'application/vnd.github.diff; charset=utf-8');
}

export function rawReply(bytes: Uint8Array, type: string): Reply {
  return { status: 200, bytes, headers: { 'content-type': type } };
}

export function isRaw(call: ApiCall): boolean {
  return call.media === 'raw';
}
