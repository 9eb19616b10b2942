/** Reads commits, trees and blobs of a bare repository through git. */
import { type GitObject, readObject } from './object-reader.js';
import { git, gitText } from './run.js';

export const ZERO_SHA = '0'.repeat(40);
const SHA = /^[0-9a-f]{40}$/;

export interface Signature {
  readonly name: string;
  readonly email: string;
  /** ISO 8601 in UTC, as the API shows it. */
  readonly date: string;
}

export interface Commit {
  readonly sha: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: Signature;
  readonly committer: Signature;
  readonly message: string;
}

export interface TreeEntry {
  readonly mode: string;
  readonly type: 'blob' | 'tree' | 'commit';
  readonly sha: string;
  /** Bytes; null for trees and submodules. */
  readonly size: number | null;
  readonly path: string;
}

const SIGNATURE = /^(?<name>.*?) ?<(?<email>[^>]*)> (?<seconds>\d+)/;

function parseSignature(line: string): Signature {
  const groups = SIGNATURE.exec(line)?.groups;
  return {
    name: groups?.name ?? '',
    email: groups?.email ?? '',
    date: new Date(Number(groups?.seconds ?? 0) * 1000).toISOString().replace('.000Z', 'Z'),
  };
}

function parseCommit({ sha, content }: GitObject): Commit {
  const text = content.toString('utf8');
  const split = text.indexOf('\n\n');
  const headers = text.slice(0, split).split('\n');
  const values = (key: string) =>
    headers.filter((line) => line.startsWith(`${key} `)).map((line) => line.slice(key.length + 1));
  return {
    sha,
    tree: values('tree')[0] ?? '',
    parents: values('parent'),
    author: parseSignature(values('author')[0] ?? ''),
    committer: parseSignature(values('committer')[0] ?? ''),
    message: text.slice(split + 2).replace(/\n$/, ''),
  };
}

/** The commits with these shas, in their order; unknown ones are left out. */
export async function readCommits(gitDir: string, shas: readonly string[]): Promise<Commit[]> {
  const objects = await Promise.all(shas.map((sha) => readObject(gitDir, sha)));
  return objects.flatMap((object) => (object?.type === 'commit' ? [parseCommit(object)] : []));
}

/** A blob's bytes, null when there is no blob of that sha. */
export async function readBlob(gitDir: string, sha: string): Promise<Buffer | null> {
  if (!SHA.test(sha)) return null;
  const object = await readObject(gitDir, sha);
  return object?.type === 'blob' ? object.content : null;
}

/** The sha a branch, tag or (abbreviated) sha stands for, null when there is none. */
export async function resolveCommit(gitDir: string, revision: string): Promise<string | null> {
  const candidates = SHA.test(revision)
    ? [revision]
    : [
        `refs/heads/${revision}`,
        `refs/tags/${revision}`,
        revision.replace(/^(heads|tags|pull)\//, 'refs/$1/'),
        revision,
      ];
  for (const candidate of candidates) {
    const commit = await readObject(gitDir, `${candidate}^{commit}`);
    if (commit !== null) return commit.sha;
  }
  return null;
}

/** Branches and tags: full ref name to sha. */
export async function readRefs(gitDir: string): Promise<Map<string, string>> {
  const text = await gitText(gitDir, ['for-each-ref', '--format=%(objectname) %(refname)', 'refs/heads', 'refs/tags']);
  const lines = text === '' ? [] : text.split('\n');
  return new Map(lines.map((line) => [line.slice(41), line.slice(0, 40)]));
}

/** The entries of a tree (of a commit, tree or `commit:path`), null when there is no such tree. */
export async function readTree(gitDir: string, treeish: string, recursive: boolean): Promise<TreeEntry[] | null> {
  const found = await readObject(gitDir, treeish);
  if (found === null) return null;
  const args = ['ls-tree', '-z', '-l', ...(recursive ? ['-r', '-t'] : []), found.sha];
  const out = await git(gitDir, args, { accept: [0, 128] });
  return out.toString('utf8').split('\0').filter(Boolean).map(parseTreeEntry);
}

function parseTreeEntry(record: string): TreeEntry {
  const tab = record.indexOf('\t');
  const [mode = '', type = '', sha = '', size = '-'] = record.slice(0, tab).split(/ +/);
  return {
    mode,
    type: type === 'tree' || type === 'commit' ? type : 'blob',
    sha,
    size: size === '-' ? null : Number(size),
    path: record.slice(tab + 1),
  };
}

/** The sha of the tree that a commit or tree sha stands for, null when there is none. */
export async function resolveTree(gitDir: string, revision: string): Promise<string | null> {
  const commit = await resolveCommit(gitDir, revision);
  return (await readObject(gitDir, `${commit ?? revision}^{tree}`))?.sha ?? null;
}
