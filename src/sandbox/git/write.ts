/** Makes bare repositories and commits in them without a working copy. */
import { appendFile } from 'node:fs/promises';
import path from 'node:path';
import { readObject } from './object-reader.js';
import { resolveCommit } from './objects.js';
import { git, gitText } from './run.js';

/** Partial and shallow fetches of any commit, as GitHub allows them; refs of pull requests are ours alone to write. */
const CONFIG = `
[uploadpack]
\tallowFilter = true
\tallowAnySHA1InWant = true
[http]
\treceivepack = true
[receive]
\tdenyDeleteCurrent = refuse
\thideRefs = refs/pull
[gc]
\tauto = 0
[core]
\tlogAllRefUpdates = false
`;

async function configure(gitDir: string): Promise<void> {
  await appendFile(path.join(gitDir, 'config'), CONFIG);
}

/** An empty bare repository. */
export async function initBare(gitDir: string, defaultBranch: string): Promise<void> {
  await git(gitDir, ['init', '--quiet', '--bare', `--initial-branch=${defaultBranch}`, gitDir]);
  await configure(gitDir);
}

/** A bare copy with all branches and tags, for forks. */
export async function cloneBare(from: string, to: string): Promise<void> {
  await git(to, ['clone', '--quiet', '--bare', '--no-hardlinks', from, to]);
  await git(to, ['remote', 'remove', 'origin'], { accept: [0, 2] });
  await configure(to);
}

export interface CommitRequest {
  readonly branch: string;
  /** Where a new branch starts; its own head or nothing when absent. */
  readonly from?: string;
  readonly message: string;
  readonly files: Readonly<Record<string, string | Uint8Array | null>>;
  readonly author: { readonly name: string; readonly email: string };
  readonly at: Date;
}

function identity({ name, email }: CommitRequest['author'], at: Date): Record<string, string> {
  const date = `${Math.floor(at.getTime() / 1000)} +0000`;
  return {
    GIT_AUTHOR_NAME: name,
    GIT_AUTHOR_EMAIL: email,
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_NAME: name,
    GIT_COMMITTER_EMAIL: email,
    GIT_COMMITTER_DATE: date,
  };
}

/** A path as `git fast-import` reads it. */
function quoted(file: string): string {
  const escaped = file.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
  return `"${escaped}"`;
}

function data(content: string | Uint8Array): Buffer {
  const bytes = Buffer.from(content);
  return Buffer.concat([Buffer.from(`data ${bytes.length}\n`), bytes, Buffer.from('\n')]);
}

/** Writes one commit on top of the branch and moves it there, in one process. Returns the new sha. */
export async function commitFiles(gitDir: string, request: CommitRequest): Promise<string> {
  const ref = `refs/heads/${request.branch}`;
  const parent = await resolveCommit(gitDir, request.from ?? ref);
  const { name, email } = request.author;
  const who = `${name.replace(/[<>\n]/g, '')} <${email}> ${Math.floor(request.at.getTime() / 1000)} +0000`;
  const changes = Object.entries(request.files).map(([file, content]) =>
    content === null
      ? Buffer.from(`D ${quoted(file)}\n`)
      : Buffer.concat([Buffer.from(`M 100644 inline ${quoted(file)}\n`), data(content)]),
  );
  const input = Buffer.concat([
    Buffer.from(`commit ${ref}\nauthor ${who}\ncommitter ${who}\n`),
    data(request.message),
    Buffer.from(parent === null ? '' : `from ${parent}\n`),
    ...changes,
    Buffer.from('done\n'),
  ]);
  await git(gitDir, ['fast-import', '--quiet', '--force', '--done'], { input });
  const made = await readObject(gitDir, ref);
  if (made === null) throw new Error(`git fast-import left no ${ref}`);
  return made.sha;
}

/** Writes a commit object for a tree. */
export async function commitTree(
  gitDir: string,
  tree: string,
  parents: readonly string[],
  { message, author, at }: Pick<CommitRequest, 'message' | 'author' | 'at'>,
): Promise<string> {
  const args = ['commit-tree', tree, ...parents.flatMap((parent) => ['-p', parent])];
  return gitText(gitDir, args, { input: message, env: identity(author, at) });
}

/** The tree that merging two commits gives, null when they conflict. */
export async function mergeTrees(gitDir: string, base: string, head: string): Promise<string | null> {
  const args = ['merge-tree', '--write-tree', '--allow-unrelated-histories', base, head];
  const [tree, ...conflicts] = (await gitText(gitDir, args, { accept: [0, 1] })).split('\n');
  return tree !== undefined && conflicts.length === 0 ? tree : null;
}
