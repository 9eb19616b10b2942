/** Reads commits from a throw-away partial copy: just the range, just the blobs that changed, nothing left behind. */
import type { Change, Content, Remember } from './change.js';
import { BlobReader } from './blob-reader.js';
import { readPatches, type PatchBlock, type RawEntry } from './diff-output.js';
import type { Git, Remote } from './git.js';
import { closeCopy, type GitSettings, openCopy } from './git-copies.js';
import { COMMITS_AT_ONCE, DIFF_TREE, FETCH, fetchBlobs, firstParents, isSubmodule, listFiles } from './list-files.js';
import { GitFailed } from '../errors.js';

/** A longer patch is not kept in memory; the file is read whole instead. */
const LONGEST_PATCH = 32 * 1024 * 1024;

/** Commits that `head` reaches over at most `depth` links, or all that it reaches. */
export type Wanted = { readonly commits: readonly string[]; readonly depth: number } | 'everything';

/** Tells every file of the wanted commits. @throws GitFailed */
export async function* readByGit(
  settings: GitSettings,
  remote: Remote,
  head: string,
  wanted: Wanted,
  remember: Remember,
): AsyncGenerator<Change> {
  if (!/^[0-9a-f]{40,64}$/.test(head)) throw new GitFailed('fetch', 'missing', 'the head is no commit id');
  const git = await openCopy(settings, remote);
  try {
    await git.fetch([
      ...FETCH,
      // One deeper, for the parent of the deepest.
      ...(wanted === 'everything' ? [] : ['--filter=blob:none', `--depth=${wanted.depth + 1}`]),
      'origin',
      head,
    ]);
    const lines = await parentLines(git, head, wanted);
    const fetched = new Set<string>();
    for (let from = 0; from < lines.length; from += COMMITS_AT_ONCE) {
      const chunk = lines.slice(from, from + COMMITS_AT_ONCE);
      yield* readChunk(git, chunk, wanted === 'everything' ? undefined : fetched, remember);
    }
  } finally {
    await closeCopy(git);
  }
}

/** `commit parent` for diff-tree, oldest first: a merge is compared with its first parent, as GitHub does. */
async function parentLines(git: Git, head: string, wanted: Wanted): Promise<string[]> {
  const all = wanted === 'everything';
  const which = all ? ['--topo-order', '--reverse', head] : ['--no-walk=unsorted', '--stdin'];
  const output = await git.run(['rev-list', '--parents', ...which], all ? '' : `${wanted.commits.join('\n')}\n`);
  const lines = firstParents(output);
  if (!all && lines.length !== new Set(wanted.commits).size) {
    throw new GitFailed('rev-list', 'missing', 'not every commit of the range came with the fetch');
  }
  return lines;
}

async function* readChunk(
  git: Git,
  lines: readonly string[],
  fetched: Set<string> | undefined,
  remember: Remember,
): AsyncGenerator<Change> {
  const entries = await listFiles(git, lines);
  const isKnown = await remember([...entries.values()].flat().filter(isWholeBlob).map(placeOf));
  const isClean = (entry: RawEntry) => isWholeBlob(entry) && isKnown(placeOf(entry));
  if (fetched !== undefined) await fetchBlobs(git, wantedOf(entries, fetched, isClean));
  const patching = git.start([...DIFF_TREE, '-p', '-U3', '--full-index', '--diff-filter=M']);
  const catting = git.start(['cat-file', '--batch']);
  try {
    patching.write(`${lines.join('\n')}\n`);
    const patches = readPatches(patching.reader(), LONGEST_PATCH);
    const blobs = new BlobReader(catting);
    for (const line of lines) {
      const sha = line.split(' ', 1)[0] ?? '';
      const files = entries.get(sha) ?? [];
      for (const entry of files) {
        const content: Content = isClean(entry)
          ? { kind: 'nothing', reason: 'looked at before' }
          : await contentOf(entry, patches, blobs);
        yield { kind: 'file', commit: sha, path: entry.path, blobSha: blobOf(entry), content };
      }
      yield { kind: 'commit', sha, files: files.length };
    }
    if ((await patches.next()).done !== true) throw new GitFailed('diff-tree', 'failed', 'a patch too many');
    await patching.end();
  } finally {
    patching.stop('done');
    catting.stop('done');
  }
}

/** The blobs of both sides that are to be looked at and did not come yet. */
function wantedOf(
  commits: Map<string, RawEntry[]>,
  fetched: Set<string>,
  isClean: (entry: RawEntry) => boolean,
): string[] {
  const wanted: string[] = [];
  for (const entry of [...commits.values()].flat()) {
    if (!isContentChange(entry) || isClean(entry)) continue;
    for (const sha of needsPatch(entry) ? [entry.oldSha, entry.newSha] : [entry.newSha]) {
      if (fetched.has(sha)) continue;
      fetched.add(sha);
      wanted.push(sha);
    }
  }
  return wanted;
}

async function contentOf(entry: RawEntry, patches: AsyncGenerator<PatchBlock>, blobs: BlobReader): Promise<Content> {
  if (entry.status === 'D') return { kind: 'nothing', reason: 'removed' };
  if (isSubmodule(entry.newMode)) return { kind: 'nothing', reason: 'submodule' };
  if (entry.oldSha === entry.newSha) {
    return { kind: 'nothing', reason: entry.status === 'M' ? 'mode only' : 'moved' };
  }
  if (!needsPatch(entry)) return blobs.read(entry.newSha);
  const { value } = await patches.next();
  if (value?.oldSha !== entry.oldSha || value?.newSha !== entry.newSha) {
    throw new GitFailed('diff-tree', 'failed', 'a patch does not belong to the file it was expected for');
  }
  return value.text === undefined ? blobs.read(entry.newSha) : { kind: 'patch', text: value.text };
}

function isContentChange(entry: RawEntry): boolean {
  return entry.status !== 'D' && !isSubmodule(entry.newMode) && entry.oldSha !== entry.newSha;
}

/** A file that was modified; of any other the whole is new. */
function needsPatch({ status }: RawEntry): boolean {
  return status === 'M';
}

/** Read whole, so that what is remembered of the blob is all there is to know. */
function isWholeBlob(entry: RawEntry): boolean {
  return isContentChange(entry) && !needsPatch(entry);
}

function placeOf({ newSha, path }: RawEntry) {
  return { sha: newSha, path };
}

function blobOf({ status, newMode, newSha }: RawEntry): string | null {
  return status === 'D' || isSubmodule(newMode) ? null : newSha;
}
