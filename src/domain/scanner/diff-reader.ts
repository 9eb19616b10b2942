/** Reads unified diffs as git prints them, in pieces as they come, and gives the added lines with their places. */
import type { AddedLine, Unread } from './diff.js';
import { type Hunk, hunkOf, pathOf, withoutPrefix } from './diff-header.js';

export interface DiffReader {
  /** Takes the next piece of the output, cut anywhere, and gives the added lines that it completes. */
  push(piece: string): AddedLine[];
  /** Says that the output has ended; a hunk with lines missing goes to `unread`. */
  end(): AddedLine[];
  /** What held no readable lines so far: never take a diff with any for completely read. */
  readonly unread: readonly Unread[];
}

/** Where in the output the reader is: between hunks lines are headers, within one its lengths alone say what a line is. */
interface State {
  commit: string | undefined;
  /** The left side's path as the header has it, to tell prefixes from folders. */
  left: string | undefined;
  path: string | undefined;
  /** True for a submodule, whose "lines" are commit ids. */
  submodule: boolean;
  hunk: Hunk | null;
}

/**
 * A reader for `git diff`, `git show`, `git log -p` (also with `-c` and `--cc`). `path` is for a patch that is hunks only.
 * Lengths of hunks are counted, so that a line such as `+++ b/x` within a hunk is what it is: an added line.
 */
export function diffReader(path?: string): DiffReader {
  const unread: Unread[] = [];
  const state: State = { commit: undefined, left: undefined, path, submodule: false, hunk: null };
  let pending = '';

  function* take(line: string): Generator<AddedLine> {
    if (state.hunk !== null) {
      const added = takeHunkLine(state, state.hunk, line);
      if (added !== 'not a hunk line') {
        if (added !== null) yield added;
        return;
      }
      report('truncated');
    }
    takeHeader(line);
  }

  function takeHeader(line: string): void {
    const hunk = hunkOf(line);
    if (hunk !== null) {
      state.hunk = isDone(hunk) ? null : hunk;
      if (state.path === undefined) report('malformed');
    } else if (line.startsWith('@@')) report('malformed');
    else if (line.startsWith('diff --')) startFile(state, line);
    else if (line.startsWith('--- ')) state.left = pathOf(line.slice(4)) ?? state.left;
    else if (line.startsWith('+++ ')) {
      const right = pathOf(line.slice(4));
      state.path = right === undefined ? state.path : withoutPrefix(right, state.left);
    } else if (/^(?:new file mode|new mode|index [0-9a-f.,]{1,400}) 160000$/.test(line.trimEnd()))
      state.submodule = true;
    else if (line.startsWith('rename to ') || line.startsWith('copy to ')) {
      state.path = pathOf(line.slice(line.indexOf(' to ') + 4));
    } else if (/^Binary files .{1,9000} differ\r?$/.test(line) || line === 'GIT binary patch') report('binary');
    else {
      const commit = /^commit ([0-9a-f]{40,64})\b/.exec(line)?.[1];
      if (commit !== undefined) Object.assign(state, { commit, left: undefined, path: undefined, submodule: false });
    }
  }

  function report(reason: Unread['reason']): void {
    state.hunk = reason === 'truncated' ? null : state.hunk;
    const where = { path: state.path ?? '', reason };
    unread.push(state.commit === undefined ? where : { ...where, commit: state.commit });
  }

  return {
    unread,
    push: (piece) => {
      if (!piece.includes('\n')) {
        pending += piece;
        return [];
      }
      const lines = (pending + piece).split('\n');
      pending = lines.pop() ?? '';
      return lines.flatMap((line) => [...take(line)]);
    },
    end: () => {
      const added = pending === '' ? [] : [...take(pending)];
      pending = '';
      if (state.hunk !== null && !isDone(state.hunk)) report('truncated');
      state.hunk = null;
      return added;
    },
  };
}

/** The added lines of a diff that comes in pieces. Ask `reader.unread` at the end for what could not be read. */
export function* parseDiff(pieces: Iterable<string>, reader: DiffReader = diffReader()): Generator<AddedLine> {
  for (const piece of pieces) yield* reader.push(piece);
  yield* reader.end();
}

/** The added lines of the `patch` that GitHub's API gives for a file: hunks only, and cut short when it is long. */
export function addedLinesOfPatch(patch: string, path: string): { added: AddedLine[]; unread: readonly Unread[] } {
  const reader = diffReader(path);
  const added = [...parseDiff([patch], reader)];
  return { added, unread: reader.unread };
}

function startFile(state: State, line: string): void {
  const [, kind, names = ''] = /^diff --(git|cc|combined) (.*)$/s.exec(line) ?? [];
  state.submodule = false;
  if (kind === 'git') {
    // Both names are the same but for the prefix, or `rename to`, `copy to` or `+++` follows: half of the line is the name.
    const half = names.startsWith('"') ? names.slice(names.lastIndexOf(' "') + 1) : names.slice((names.length + 1) / 2);
    state.left = pathOf(names);
    state.path = withoutPrefix(pathOf(half) ?? '', state.left);
  } else {
    state.left = undefined;
    state.path = pathOf(names);
  }
}

function isDone({ old, added }: Hunk): boolean {
  return added <= 0 && old.every((left) => left <= 0);
}

/** Counts a line of a hunk; gives it when it was added. */
function takeHunkLine(state: State, hunk: Hunk, line: string): AddedLine | null | 'not a hunk line' {
  if (line.startsWith('\\')) return null;
  const width = hunk.old.length;
  // Some programs cut the blank of an empty line of context.
  const signs = line === '' || line === '\r' ? ' '.repeat(width) : line.slice(0, width);
  if (signs.length < width || !/^[ +-]{1,16}$/.test(signs)) return 'not a hunk line';
  const removed = signs.includes('-');
  for (let parent = 0; parent < width; parent += 1) {
    const has = removed ? signs[parent] === '-' : signs[parent] === ' ';
    if (has) hunk.old[parent] = (hunk.old[parent] ?? 0) - 1;
  }
  const number = hunk.line;
  if (!removed) {
    hunk.added -= 1;
    hunk.line += 1;
  }
  if (isDone(hunk)) state.hunk = null;
  if (removed || !signs.includes('+') || state.submodule) return null;
  const added = { path: state.path ?? '', line: number, text: line.slice(width) };
  return state.commit === undefined ? added : { ...added, commit: state.commit };
}
