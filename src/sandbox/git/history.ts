/** Which commits lie between two others, and how they differ. */
import { gitLines, gitText, git } from './run.js';
import { ZERO_SHA } from './objects.js';

const EMPTY_TREE = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';
/**
 * GitHub shows no `patch` for a file of more than 20,000 changed lines or 500 KB, nor after 1 MB in all.
 * @see https://docs.github.com/en/repositories/creating-and-managing-repositories/repository-limits
 */
const FILE_LINES = 20_000;
const FILE_BYTES = 500_000;
const TOTAL_BYTES = 1_000_000;

export interface FileChange {
  readonly sha: string;
  readonly filename: string;
  readonly status: 'added' | 'removed' | 'modified' | 'renamed' | 'changed';
  readonly additions: number;
  readonly deletions: number;
  /** Absent for binary and large files, as in the API. */
  readonly patch?: string;
  readonly previousFilename?: string;
}

/** Shas from oldest to newest: what `include` reaches and `exclude` does not. */
export async function commitsBetween(
  gitDir: string,
  exclude: readonly string[],
  include: string,
  limit?: number,
): Promise<string[]> {
  const input = `${[include, ...exclude.map((sha) => `^${sha}`)].join('\n')}\n`;
  const max = limit === undefined ? [] : [`--max-count=${limit}`];
  return gitLines(gitDir, ['rev-list', '--topo-order', '--reverse', ...max, '--stdin'], { input });
}

/** The best common ancestor, null when there is none. */
export async function mergeBase(gitDir: string, a: string, b: string): Promise<string | null> {
  if (a === b) return a;
  const sha = await gitText(gitDir, ['merge-base', a, b], { accept: [0, 1, 128] });
  return sha === '' ? null : sha;
}

/** True when `ancestor` is reachable from `descendant`. */
export async function isAncestor(gitDir: string, ancestor: string, descendant: string): Promise<boolean> {
  return (await mergeBase(gitDir, ancestor, descendant)) === ancestor;
}

/** How the trees of two commits (or of nothing and a commit) differ, file by file, with patches where GitHub shows them. */
export async function diffFiles(gitDir: string, base: string | null, head: string): Promise<FileChange[]> {
  const parted = ['--raw', '--no-abbrev', '--numstat', '-p', '--no-ext-diff', '--no-textconv'];
  const out = await git(gitDir, ['diff-tree', '-r', '-M', '-z', ...parted, base ?? EMPTY_TREE, head]);
  const { raw, numbers, patch } = parts(out.toString('utf8'));
  const changes = parseRaw(raw);
  const counts = parseNumstat(numbers);
  const patches = parsePatches(patch, changes);
  let total = 0;
  return changes.map((change, index) => {
    const count = counts[index] ?? { additions: 0, deletions: 0 };
    const text = patches[index];
    const bytes = text === undefined ? 0 : Buffer.byteLength(text);
    total += bytes;
    const shown =
      text !== undefined &&
      bytes <= FILE_BYTES &&
      total <= TOTAL_BYTES &&
      count.additions + count.deletions <= FILE_LINES;
    const { letter: _letter, ...file } = change;
    return { ...file, ...count, ...(shown && { patch: text }) };
  });
}

/** With `-z`: the raw records, each with a colon in front, the counts, then an empty record and the patches. */
function parts(text: string): { raw: string[]; numbers: string[]; patch: string } {
  const tokens = text.split('\0');
  let counts = 0;
  while (tokens[counts]?.startsWith(':')) counts += isRename(tokens[counts] ?? '') ? 3 : 2;
  const end = tokens.indexOf('', counts);
  return { raw: tokens.slice(0, counts), numbers: tokens.slice(counts, end), patch: tokens.slice(end + 1).join('\0') };
}

const isRename = (record: string) => / R\d*$/.test(record);

interface RawChange extends Pick<FileChange, 'sha' | 'filename' | 'status' | 'previousFilename'> {
  readonly letter: string;
}

const STATUS: Readonly<Record<string, FileChange['status']>> = {
  A: 'added',
  D: 'removed',
  M: 'modified',
  R: 'renamed',
  T: 'changed',
};

function parseRaw(tokens: readonly string[]): RawChange[] {
  const changes: RawChange[] = [];
  for (let at = 0; at < tokens.length; ) {
    const [oldMode = '', newMode, oldSha = '', newSha = '', letters = ''] = (tokens[at] ?? '').split(' ');
    const letter = letters.slice(0, 1);
    const renamed = isRename(tokens[at] ?? '');
    const first = tokens[at + 1] ?? '';
    const sameContent = letter === 'M' && oldSha === newSha && oldMode.slice(1) !== newMode;
    changes.push({
      letter,
      sha: newSha === ZERO_SHA ? oldSha : newSha,
      filename: renamed ? (tokens[at + 2] ?? '') : first,
      status: sameContent ? 'changed' : (STATUS[letter] ?? 'modified'),
      ...(renamed && { previousFilename: first }),
    });
    at += renamed ? 3 : 2;
  }
  return changes;
}

function parseNumstat(tokens: readonly string[]): { additions: number; deletions: number }[] {
  const counts: { additions: number; deletions: number }[] = [];
  for (let at = 0; at < tokens.length; ) {
    const [additions = '-', deletions = '-', name = ''] = (tokens[at] ?? '').split('\t');
    counts.push({ additions: Number(additions) || 0, deletions: Number(deletions) || 0 });
    // A rename has an empty name here and its two paths in the next two fields.
    at += name === '' ? 3 : 1;
  }
  return counts;
}

/** Hunks by position: git prints one section a change, two (delete, create) where the type changed. */
function parsePatches(text: string, changes: readonly RawChange[]): (string | undefined)[] {
  const sections = text === '' ? [] : text.split(/^(?=diff --git )/m).filter((part) => part.startsWith('diff --git '));
  let at = 0;
  return changes.map(({ letter }) => {
    const own = sections.slice(at, at + (letter === 'T' ? 2 : 1));
    at += own.length;
    const hunks = own.map(hunksOf).filter((part): part is string => part !== undefined);
    return hunks.length === 0 ? undefined : hunks.join('\n');
  });
}

function hunksOf(section: string): string | undefined {
  const start = section.search(/^@@ /m);
  return start < 0 ? undefined : section.slice(start).replace(/\n$/, '');
}

export interface PathLists {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly modified: readonly string[];
}

/** What each commit touched against its first parent, as the push webhook lists it: paths only, renames as remove and add. */
export async function touchedPaths(
  gitDir: string,
  commits: readonly { readonly sha: string; readonly parents: readonly string[] }[],
): Promise<Map<string, PathLists>> {
  const lists = new Map(commits.map(({ sha }) => [sha, { added: [], removed: [], modified: [] } as MutableLists]));
  const input = commits.map(({ sha, parents }) => [sha, ...parents.slice(0, 1)].join(' ')).join('\n');
  if (input === '') return lists;
  const args = ['diff-tree', '--stdin', '-r', '--root', '--no-renames', '--name-status', '-z'];
  const tokens = (await git(gitDir, args, { input: `${input}\n` })).toString('utf8').split('\0');
  let current: MutableLists | undefined;
  for (let at = 0; at + 1 < tokens.length; ) {
    const token = tokens[at] ?? '';
    if (token.length === 40) {
      current = lists.get(token);
      at += 1;
      continue;
    }
    const path = tokens[at + 1] ?? '';
    (token === 'A' ? current?.added : token === 'D' ? current?.removed : current?.modified)?.push(path);
    at += 2;
  }
  return lists;
}

interface MutableLists {
  added: string[];
  removed: string[];
  modified: string[];
}
