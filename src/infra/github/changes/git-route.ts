/** Reads commits from a throw-away partial copy: just the range, just the blobs that changed, nothing left behind. */
import type { Content, Change } from './change.js';
import { readPatches, readRaw, type PatchBlock, type RawEntry } from './diff-output.js';
import type { Git, Remote, Running } from './git.js';
import { closeCopy, type GitSettings, openCopy } from './git-copies.js';
import type { ByteReader } from './byte-reader.js';
import { GitFailed } from '../errors.js';

/** Past this a blob is stated as unseen; GitHub itself refuses larger ones. */
export const LARGEST_BLOB = 100 * 1024 * 1024;
/** A longer patch is not kept in memory; the file is read whole instead. */
const LONGEST_PATCH = 32 * 1024 * 1024;
/** Their lists of files are in memory at one time. */
const COMMITS_AT_ONCE = 200;

/** Commits that `head` reaches over at most `depth` links, or all that it reaches. */
export type Wanted = { readonly commits: readonly string[]; readonly depth: number } | 'everything';

/** Tells every file of the wanted commits. @throws GitFailed */
export async function* readByGit(
  settings: GitSettings,
  remote: Remote,
  head: string,
  wanted: Wanted,
): AsyncGenerator<Change> {
  if (!/^[0-9a-f]{40,64}$/.test(head)) throw new GitFailed('fetch', 'missing', 'the head is no commit id');
  const git = await openCopy(settings, remote);
  try {
    await git.fetch([
      ...['--quiet', '--no-tags', '--no-write-fetch-head', '--no-auto-maintenance'],
      // One deeper, for the parent of the deepest.
      ...(wanted === 'everything' ? [] : ['--filter=blob:none', `--depth=${wanted.depth + 1}`]),
      'origin',
      head,
    ]);
    const lines = await parentLines(git, head, wanted);
    const fetched = new Set<string>();
    for (let from = 0; from < lines.length; from += COMMITS_AT_ONCE) {
      yield* readChunk(git, lines.slice(from, from + COMMITS_AT_ONCE), wanted === 'everything' ? undefined : fetched);
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
  const lines = output.toString('latin1').split('\n').filter(Boolean);
  if (!all && lines.length !== new Set(wanted.commits).size) {
    throw new GitFailed('rev-list', 'missing', 'not every commit of the range came with the fetch');
  }
  return lines.map((line) => line.split(' ', 2).join(' '));
}

const DIFF_TREE = ['diff-tree', '--stdin', '-r', '--root', '-M100%', '--no-ext-diff', '--no-textconv', '--no-color'];

async function* readChunk(
  git: Git,
  lines: readonly string[],
  fetched: Set<string> | undefined,
): AsyncGenerator<Change> {
  const input = `${lines.join('\n')}\n`;
  const entries = await listFiles(git, input);
  if (fetched !== undefined) await fetchBlobs(git, entries, fetched);
  const patching = git.start([...DIFF_TREE, '-p', '-U3', '--full-index', '--diff-filter=M']);
  const catting = git.start(['cat-file', '--batch']);
  try {
    patching.write(input);
    const patches = readPatches(patching.reader(), LONGEST_PATCH);
    const blobs = new BlobReader(catting);
    for (const line of lines) {
      const sha = line.split(' ', 1)[0] ?? '';
      const files = entries.get(sha) ?? [];
      for (const entry of files) {
        const content = await contentOf(entry, patches, blobs);
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

async function listFiles(git: Git, input: string): Promise<Map<string, RawEntry[]>> {
  const listing = git.start([...DIFF_TREE, '--raw', '-z', '--no-abbrev']);
  try {
    listing.write(input);
    const entries = await readRaw(listing.reader());
    await listing.end();
    return entries;
  } finally {
    listing.stop('done');
  }
}

/** The blobs of both sides, asked for at once rather than one by one as git would. */
async function fetchBlobs(git: Git, commits: Map<string, RawEntry[]>, fetched: Set<string>): Promise<void> {
  const wanted: string[] = [];
  for (const entry of [...commits.values()].flat()) {
    if (!isContentChange(entry)) continue;
    for (const sha of needsPatch(entry) ? [entry.oldSha, entry.newSha] : [entry.newSha]) {
      if (fetched.has(sha)) continue;
      fetched.add(sha);
      wanted.push(sha);
    }
  }
  if (wanted.length === 0) return;
  const options = ['--quiet', '--no-tags', '--no-write-fetch-head', '--no-auto-maintenance', '--filter=blob:none'];
  await git.fetch([...options, '--stdin', 'origin'], `${wanted.join('\n')}\n`);
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

function isSubmodule(mode: string): boolean {
  return mode === '160000';
}

function blobOf({ status, newMode, newSha }: RawEntry): string | null {
  return status === 'D' || isSubmodule(newMode) ? null : newSha;
}

/** One `git cat-file --batch`, asked for one blob after the other. */
class BlobReader {
  readonly #running: Running;
  readonly #reader: ByteReader;

  constructor(running: Running) {
    this.#running = running;
    this.#reader = running.reader();
  }

  async read(sha: string): Promise<Content> {
    this.#running.ask(`${sha}\n`);
    const answer = (await this.#reader.line())?.toString('latin1') ?? '';
    const [, type, length] = answer.split(' ');
    if (type !== 'blob') {
      if (answer === '') await this.#running.end();
      throw new GitFailed('cat-file', 'missing', 'a blob did not come with the fetch');
    }
    const size = Number(length);
    if (size > LARGEST_BLOB) {
      await this.#reader.skip(size + 1);
      return { kind: 'unseen', reason: `larger than ${LARGEST_BLOB / 1024 ** 2} MiB` };
    }
    const bytes = await this.#reader.exactly(size);
    await this.#reader.skip(1);
    return { kind: 'bytes', bytes };
  }
}
