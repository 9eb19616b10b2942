/** Reads a few commits through the commits API: one request each, and a blob for each file that came without its patch. */
import { NotFound, TooLarge } from '../errors.js';
import type { CommitFile, Commits, CommitWithFiles, RepoName } from '../gateway.js';
import { LARGEST_BLOB } from './blob-reader.js';
import type { Change, Content, Remember } from './change.js';
import { needsBlob, suitsApi } from './choose.js';

/** The changes of a commit, or undefined when git had better read it. */
export async function readByApi(commits: Commits, repo: RepoName, sha: string): Promise<CommitWithFiles | undefined> {
  const commit = await commits.get(repo, sha, { filePages: 1 });
  return suitsApi(commit) ? commit : undefined;
}

export async function* tellCommit(
  commits: Commits,
  repo: RepoName,
  commit: CommitWithFiles,
  remember: Remember,
): AsyncGenerator<Change> {
  const blobs = commit.files
    .filter(needsBlob)
    .flatMap(({ blobSha: sha, path }) => (sha === null ? [] : [{ sha, path }]));
  const isClean = await remember(blobs);
  for (const file of commit.files) {
    const { blobSha: sha, path } = file;
    const content: Content =
      sha !== null && needsBlob(file) && isClean({ sha, path })
        ? { kind: 'nothing', reason: 'looked at before' }
        : await contentOf(commits, repo, file);
    yield { kind: 'file', commit: commit.sha, path: file.path, blobSha: file.blobSha, content };
  }
  yield { kind: 'commit', sha: commit.sha, files: commit.files.length };
}

async function contentOf(commits: Commits, repo: RepoName, file: CommitFile): Promise<Content> {
  if (file.status === 'removed') return { kind: 'nothing', reason: 'removed' };
  if (file.status === 'unchanged') return { kind: 'nothing', reason: 'moved' };
  if (!needsBlob(file)) return { kind: 'patch', text: file.patch ?? '' };
  if (file.blobSha === null) return { kind: 'unseen', reason: 'GitHub names no blob for it' };
  try {
    return { kind: 'bytes', bytes: await commits.blob(repo, file.blobSha, LARGEST_BLOB) };
  } catch (error) {
    if (error instanceof TooLarge) return { kind: 'unseen', reason: `larger than ${LARGEST_BLOB / 1024 ** 2} MiB` };
    if (error instanceof NotFound) return { kind: 'unseen', reason: 'GitHub does not give its blob' };
    throw error;
  }
}
