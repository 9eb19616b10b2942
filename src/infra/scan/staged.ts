/** What a commit would add: the staged files as the index holds them, and which of their lines are new. */
import { ByteReader } from '../github/changes/byte-reader.js';
import { type LocalGit, LocalGitError } from './local-git.js';
import type { WantedBlob } from './slice-scan.js';

/** First and last line, one-based. */
export type LineRange = readonly [first: number, last: number];

export interface StagedFile extends WantedBlob {
  /** Undefined where all of it counts as new: the file is, or git sees no lines in it. */
  readonly added: readonly LineRange[] | undefined;
}

export interface Staged {
  readonly files: readonly StagedFile[];
  /** Files with conflicts have no staged content yet. */
  readonly unmerged: readonly string[];
}

const SUBMODULE = '160000';

/** Compares the index with HEAD, or with nothing before the first commit. @throws LocalGitError */
export async function stagedFiles(git: LocalGit, paths: readonly string[] = []): Promise<Staged> {
  const against = await headOrNothing(git);
  const diff = ['--literal-pathspecs', 'diff-index', '--cached', '-M', '--no-ext-diff', '--no-textconv'];
  const listed = await git.run(...diff, '--raw', '-z', '--no-abbrev', against, '--', ...paths);
  const entries = [...entriesOf(listed)];
  const unmerged = entries.filter(({ status }) => status === 'U').map(({ path }) => path);
  // A file that was only renamed, or made executable, brings nothing.
  const brings = entries.filter(
    ({ status, mode, sha, oldSha }) => status !== 'U' && status !== 'D' && mode !== SUBMODULE && sha !== oldSha,
  );
  const patch = ['-p', '-U0', '--full-index', against, '--', ...paths];
  const ranges = brings.some(({ status }) => status !== 'A') ? await addedRanges(git, [...diff, ...patch]) : undefined;
  return {
    files: brings.map(({ status, sha, path }) => ({ sha, path, added: status === 'A' ? undefined : ranges?.get(sha) })),
    unmerged: [...new Set(unmerged)],
  };
}

async function headOrNothing(git: LocalGit): Promise<string> {
  try {
    await git.run('rev-parse', '--quiet', '--verify', 'HEAD^{commit}');
    return 'HEAD';
  } catch (error) {
    if (!(error instanceof LocalGitError) || error.reason !== 'failed') throw error;
    return (await git.run('hash-object', '-t', 'tree', '--stdin')).toString('latin1').trim();
  }
}

interface Entry {
  readonly status: string;
  readonly mode: string;
  readonly oldSha: string;
  readonly sha: string;
  readonly path: string;
}

const RAW = /^:\d+ (?<mode>\d+) (?<oldSha>[0-9a-f]+) (?<sha>[0-9a-f]+) (?<status>[A-Z])\d*$/;

function* entriesOf(output: Buffer): Generator<Entry> {
  const fields = output.toString('utf8').split('\0');
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const groups = RAW.exec(fields[at] ?? '')?.groups;
    if (groups === undefined) throw new LocalGitError('failed', 'git diff-index printed an unknown entry');
    const { mode = '', oldSha = '', sha = '', status = '' } = groups;
    if (status === 'R' || status === 'C') at += 1;
    yield { status, mode, oldSha, sha, path: fields[at + 1] ?? '' };
  }
}

const INDEX = /^index [0-9a-f]+\.\.([0-9a-f]+)/;
const HUNK = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/;

/**
 * The added lines of each blob, none for one in which git sees no lines. Lines of a hunk are counted, so that no content can
 * pass for a header, and blobs are told by their ids, so that no name of a file can mislead.
 */
async function addedRanges(git: LocalGit, diff: readonly string[]): Promise<Map<string, LineRange[]>> {
  const ranges = new Map<string, LineRange[]>();
  const diffing = git.start(...diff);
  diffing.input.end();
  try {
    const reader = new ByteReader(diffing.output);
    let sha = '';
    for (let line = await reader.line(); line !== undefined; line = await reader.line()) {
      const head = line.toString('latin1', 0, 200);
      const hunk = HUNK.exec(head);
      const index = INDEX.exec(head)?.[1];
      if (index !== undefined) {
        sha = index;
        if (!ranges.has(sha)) ranges.set(sha, []);
      } else if (hunk !== null) {
        const [old, first, added] = [Number(hunk[1] ?? 1), Number(hunk[2]), Number(hunk[3] ?? 1)];
        if (added > 0) ranges.get(sha)?.push([first, first + added - 1]);
        await skipHunk(reader, old + added);
      } else if (head.startsWith('Binary files ')) ranges.delete(sha);
    }
    await diffing.end();
    return ranges;
  } finally {
    diffing.stop();
  }
}

async function skipHunk(reader: ByteReader, lines: number): Promise<void> {
  for (let left = lines; left > 0; ) {
    const line = await reader.line();
    if (line === undefined) throw new LocalGitError('failed', 'git diff-index ended in the middle of a hunk');
    if (line[0] !== 0x5c) left -= 1;
  }
}
