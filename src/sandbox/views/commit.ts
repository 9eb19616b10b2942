/** Commits, changed files and trees as JSON. */
import type { FileChange } from '../git/history.js';
import type { Commit, Signature, TreeEntry } from '../git/objects.js';
import type { Repository } from '../state/model.js';
import { nodeId, type World } from '../world.js';
import { accountView, type Json } from './people.js';
import { repositoryApi, repositoryHtml } from './repository.js';

/** The account whose address a commit names, as GitHub links it. */
export function loginOf(world: World, signature: Signature): string | null {
  const email = signature.email.toLowerCase();
  for (const user of world.state.users.values()) if (user.email.toLowerCase() === email) return user.login;
  return null;
}

export function gitCommitView(world: World, repo: Repository, commit: Commit): Json {
  return {
    author: commit.author,
    committer: commit.committer,
    message: commit.message,
    tree: { sha: commit.tree, url: `${repositoryApi(world, repo)}/git/trees/${commit.tree}` },
    url: `${repositoryApi(world, repo)}/git/commits/${commit.sha}`,
    comment_count: 0,
    verification: { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null },
  };
}

export function commitView(world: World, repo: Repository, commit: Commit): Json {
  const api = repositoryApi(world, repo);
  const html = repositoryHtml(world, repo);
  const author = loginOf(world, commit.author);
  const committer = loginOf(world, commit.committer);
  return {
    sha: commit.sha,
    node_id: nodeId('C', Number.parseInt(commit.sha.slice(0, 8), 16)),
    commit: gitCommitView(world, repo, commit),
    url: `${api}/commits/${commit.sha}`,
    html_url: `${html}/commit/${commit.sha}`,
    comments_url: `${api}/commits/${commit.sha}/comments`,
    author: author === null ? null : accountView(world, author),
    committer: committer === null ? null : accountView(world, committer),
    parents: commit.parents.map((sha) => ({ sha, url: `${api}/commits/${sha}`, html_url: `${html}/commit/${sha}` })),
  };
}

export function fileView(world: World, repo: Repository, ref: string, file: FileChange): Json {
  const api = repositoryApi(world, repo);
  const html = repositoryHtml(world, repo);
  const path = file.filename.split('/').map(encodeURIComponent).join('/');
  return {
    sha: file.sha,
    filename: file.filename,
    status: file.status,
    additions: file.additions,
    deletions: file.deletions,
    changes: file.additions + file.deletions,
    blob_url: `${html}/blob/${ref}/${path}`,
    raw_url: `${html}/raw/${ref}/${path}`,
    contents_url: `${api}/contents/${path}?ref=${ref}`,
    ...(file.patch !== undefined && { patch: file.patch }),
    ...(file.previousFilename !== undefined && { previous_filename: file.previousFilename }),
  };
}

export function treeEntryView(world: World, repo: Repository, entry: TreeEntry): Json {
  const api = repositoryApi(world, repo);
  return {
    path: entry.path,
    mode: entry.mode,
    type: entry.type,
    sha: entry.sha,
    ...(entry.size !== null && { size: entry.size }),
    ...(entry.type !== 'commit' && { url: `${api}/git/${entry.type}s/${entry.sha}` }),
  };
}

/** The form commits have in push and merge-group webhooks. */
export function hookCommitView(world: World, repo: Repository, commit: Commit): Json {
  const person = (signature: Signature) => {
    const login = loginOf(world, signature);
    return { name: signature.name, email: signature.email, ...(login !== null && { username: login }) };
  };
  return {
    id: commit.sha,
    tree_id: commit.tree,
    message: commit.message,
    timestamp: commit.committer.date,
    url: `${repositoryHtml(world, repo)}/commit/${commit.sha}`,
    author: person(commit.author),
    committer: person(commit.committer),
  };
}
