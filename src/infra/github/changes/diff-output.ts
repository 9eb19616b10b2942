/** Reads what `git diff-tree` prints: the raw list that accounts for every file, and the patches of the modified ones. */
import type { ByteReader } from './byte-reader.js';

export interface RawEntry {
  /** A, M, D, T, R, C as git names them. */
  readonly status: string;
  readonly oldMode: string;
  readonly newMode: string;
  readonly oldSha: string;
  readonly newSha: string;
  readonly path: string;
}

const RAW = /^:(?<oldMode>\d+) (?<newMode>\d+) (?<oldSha>[0-9a-f]+) (?<newSha>[0-9a-f]+) (?<status>[A-Z])\d*$/;
const COMMIT = /^[0-9a-f]{40,64}$/;
const NUL = 0;

/** Output of `diff-tree --stdin --raw -z`: the entries of each commit that has any. @throws SyntaxError */
export async function readRaw(reader: ByteReader): Promise<Map<string, RawEntry[]>> {
  const commits = new Map<string, RawEntry[]>();
  let entries: RawEntry[] | undefined;
  for (let token = await reader.until(NUL); token !== undefined; token = await reader.until(NUL)) {
    const text = token.toString('utf8');
    if (COMMIT.test(text)) {
      entries = [];
      commits.set(text, entries);
      continue;
    }
    const groups = RAW.exec(text)?.groups;
    if (groups === undefined || entries === undefined) throw new SyntaxError('git diff-tree printed an unknown entry');
    const { status = '', oldMode = '', newMode = '', oldSha = '', newSha = '' } = groups;
    let path = await reader.until(NUL);
    if (status === 'R' || status === 'C') path = await reader.until(NUL);
    if (path === undefined) throw new SyntaxError('git diff-tree ended in the middle of an entry');
    entries.push({ status, oldMode, newMode, oldSha, newSha, path: path.toString('utf8') });
  }
  return commits;
}

export interface PatchBlock {
  readonly oldSha: string;
  readonly newSha: string;
  /** Undefined where git sees no text, or more of it than `maxBytes`. */
  readonly text: string | undefined;
}

const INDEX = /^index (?<oldSha>[0-9a-f]+)\.\.(?<newSha>[0-9a-f]+)/;
const HUNK = /^@@ -\d+(?:,(?<old>\d+))? \+\d+(?:,(?<new>\d+))? @@/;

/**
 * Output of `diff-tree --stdin -p --full-index`: one block for each modified file, in the order of the raw list. Lines
 * of a hunk are counted, not guessed at, so that no content can pass for a header; the blobs' full ids tell the file.
 */
export async function* readPatches(reader: ByteReader, maxBytes: number): AsyncGenerator<PatchBlock> {
  let shas: { oldSha: string; newSha: string } | undefined;
  let parts: Buffer[] = [];
  let size = 0;
  let isWhole = true;
  const keep = (line: Buffer) => {
    size += line.length + 1;
    if (size > maxBytes) isWhole = false;
    if (isWhole) parts.push(Buffer.from(line), LINE_END);
    else parts = [];
  };
  const block = (): PatchBlock[] => {
    const done = shas === undefined ? [] : [{ ...shas, text: isWhole && size > 0 ? join(parts) : undefined }];
    [shas, parts, size, isWhole] = [undefined, [], 0, true];
    return done;
  };
  for (let line = await reader.line(); line !== undefined; line = await reader.line()) {
    const head = line.toString('latin1', 0, 200);
    const hunk = HUNK.exec(head)?.groups;
    if (hunk !== undefined) {
      keep(line);
      await readHunk(reader, Number(hunk.old ?? 1), Number(hunk.new ?? 1), keep);
    } else if (head.startsWith('\\')) {
      keep(line);
    } else if (head.startsWith('diff --git ') || COMMIT.test(head)) {
      yield* block();
    } else {
      const index = INDEX.exec(head)?.groups;
      if (index !== undefined) shas = { oldSha: index.oldSha ?? '', newSha: index.newSha ?? '' };
    }
  }
  yield* block();
}

const LINE_END = Buffer.from('\n');

async function readHunk(reader: ByteReader, old: number, fresh: number, keep: (line: Buffer) => void): Promise<void> {
  let [oldLeft, newLeft] = [old, fresh];
  while (oldLeft > 0 || newLeft > 0) {
    const line = await reader.line();
    if (line === undefined) throw new SyntaxError('git diff-tree ended in the middle of a hunk');
    const sign = String.fromCharCode(line[0] ?? 0x20);
    if (sign !== '+' && sign !== '\\') oldLeft--;
    if (sign !== '-' && sign !== '\\') newLeft--;
    keep(line);
  }
}

function join(parts: readonly Buffer[]): string {
  return Buffer.concat(parts).toString('utf8').replace(/\n$/, '');
}
