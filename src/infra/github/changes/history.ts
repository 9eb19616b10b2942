/** Reads a whole history blob first: each blob of any branch or tag once, from a throw-away partial copy, oldest commit first. */
import { BlobReader } from './blob-reader.js';
import type { BlobAt, Content, Remember } from './change.js';
import type { RawEntry } from './diff-output.js';
import type { Git, Remote } from './git.js';
import { closeCopy, type GitSettings, openCopy } from './git-copies.js';
import { COMMITS_AT_ONCE, FETCH, fetchBlobs, firstParents, isSubmodule, listFiles } from './list-files.js';

/** A blob where it came in first under this path. */
export interface HistoryBlob extends BlobAt {
  readonly kind: 'blob';
  readonly commit: string;
  readonly content: Content;
}

export type HistoryPart =
  | HistoryBlob
  /** These commits are done, with all before them: a good place to stop, and to go on from another day. */
  | { readonly kind: 'commits'; readonly shas: readonly string[]; readonly done: number; readonly total: number }
  /** The copy has grown large. What comes next is read from a new one, by whoever remembers what was clean. */
  | { readonly kind: 'full' };

/** What of a copy's limit may be used before it is given up: the next fetch must fit into the rest. */
const FULL = 0.5;

/** Blobs fetched at a time. */
const BLOBS_AT_ONCE = 2000;

/**
 * Tells each blob, but for what `remember` knows as clean. Ends early after `full`.
 * @throws GitFailed
 */
export async function* readHistory(
  settings: GitSettings,
  remote: Remote,
  remember: Remember,
): AsyncGenerator<HistoryPart> {
  const git = await openCopy(settings, remote);
  try {
    const refs = ['heads', 'tags'].map((kind) => `+refs/${kind}/*:refs/${kind}/*`);
    await git.fetch([...FETCH, '--filter=blob:none', 'origin', ...refs]);
    const lines = firstParents(await git.run(['rev-list', '--parents', '--topo-order', '--reverse', '--all']));
    const told = new Set<string>();
    for (let from = 0; from < lines.length; from += COMMITS_AT_ONCE) {
      const chunk = lines.slice(from, from + COMMITS_AT_ONCE);
      const blobs = newBlobs(await listFiles(git, chunk), told);
      const isClean = await remember(blobs);
      const wanted = blobs.filter((blob) => !isClean(blob));
      for (let at = 0; at < wanted.length; at += BLOBS_AT_ONCE) {
        yield* readBlobs(git, wanted.slice(at, at + BLOBS_AT_ONCE));
        if ((await git.size()) <= git.limits.size * FULL) continue;
        yield { kind: 'full' };
        return;
      }
      const shas = chunk.map((line) => line.split(' ', 1)[0] ?? '');
      yield { kind: 'commits', shas, done: from + chunk.length, total: lines.length };
    }
  } finally {
    await closeCopy(git);
  }
}

type BlobOf = BlobAt & { readonly commit: string };

function newBlobs(commits: ReadonlyMap<string, readonly RawEntry[]>, told: Set<string>): BlobOf[] {
  const blobs: BlobOf[] = [];
  for (const [commit, entries] of commits) {
    for (const { status, newMode, newSha: sha, path } of entries) {
      const key = `${sha} ${path}`;
      if (status === 'D' || isSubmodule(newMode) || told.has(key)) continue;
      told.add(key);
      blobs.push({ sha, path, commit });
    }
  }
  return blobs;
}

async function* readBlobs(git: Git, blobs: readonly BlobOf[]): AsyncGenerator<HistoryBlob> {
  await fetchBlobs(git, [...new Set(blobs.map(({ sha }) => sha))]);
  const catting = git.start(['cat-file', '--batch']);
  try {
    const reader = new BlobReader(catting);
    for (const blob of blobs) yield { kind: 'blob', ...blob, content: await reader.read(blob.sha) };
  } finally {
    catting.stop('done');
  }
}
