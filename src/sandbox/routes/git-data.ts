/** Git objects as they are: blobs, trees, commits, refs. */
import { notFound } from '../api-error.js';
import { readBlob, readRefs, readTree, resolveTree } from '../git/objects.js';
import { gitText } from '../git/run.js';
import { type ApiCall, ok, type Reply, type Route } from '../http/call.js';
import { gitCommitView, treeEntryView } from '../views/commit.js';
import type { Json } from '../views/people.js';
import { repositoryApi, repositoryHtml } from '../views/repository.js';
import { nodeId } from '../world.js';
import { commitOf, ensureNotEmpty, isRaw, rawReply } from './_git.js';

/** "The limit for the tree array is 100,000 entries with a maximum size of 7 MB when using the recursive parameter." */
const TREE_ENTRIES = 100_000;
const TREE_BYTES = 7 * 1024 * 1024;

/** Base64 in lines of 60, as the API sends it. */
export function base64(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString('base64');
  return text === '' ? '' : `${text.replace(/(.{60})/g, '$1\n').replace(/\n$/, '')}\n`;
}

async function blob(call: ApiCall): Promise<Reply> {
  const { repo, world } = call;
  const sha = call.param('file_sha');
  const bytes = await readBlob(repo.gitDir, sha);
  if (bytes === null) throw notFound();
  if (isRaw(call)) return rawReply(bytes, 'application/vnd.github.raw+json; charset=utf-8');
  const url = `${repositoryApi(world, repo)}/git/blobs/${sha}`;
  const node = nodeId('B', Number.parseInt(sha.slice(0, 8), 16));
  return ok({ sha, node_id: node, size: bytes.length, url, content: base64(bytes), encoding: 'base64' });
}

async function tree(call: ApiCall): Promise<Reply> {
  const { repo, world } = call;
  await ensureNotEmpty(repo);
  const recursive = call.request.url.searchParams.has('recursive');
  const sha = await resolveTree(repo.gitDir, call.param('tree_sha'));
  const entries = sha === null ? null : await readTree(repo.gitDir, sha, recursive);
  if (sha === null || entries === null) throw notFound();
  const shown: Json[] = [];
  let bytes = 0;
  for (const entry of entries.slice(0, recursive ? TREE_ENTRIES : undefined)) {
    const view = treeEntryView(world, repo, entry);
    bytes += JSON.stringify(view).length;
    if (recursive && bytes > TREE_BYTES) break;
    shown.push(view);
  }
  const url = `${repositoryApi(world, repo)}/git/trees/${sha}`;
  return ok({ sha, url, tree: shown, truncated: shown.length < entries.length });
}

async function commit(call: ApiCall): Promise<Reply> {
  const { repo, world } = call;
  const found = await commitOf(repo, call.param('commit_sha'));
  const { comment_count: _count, ...view } = gitCommitView(world, repo, found);
  const parents = found.parents.map((sha) => ({ sha, url: `${repositoryApi(world, repo)}/git/commits/${sha}` }));
  const html = `${repositoryHtml(world, repo)}/commit/${found.sha}`;
  return ok({ sha: found.sha, node_id: nodeId('C', 0), html_url: html, ...view, parents });
}

async function refView(call: ApiCall, ref: string, sha: string): Promise<Json> {
  const api = repositoryApi(call.world, call.repo);
  const type = await gitText(call.repo.gitDir, ['cat-file', '-t', sha]);
  return {
    ref,
    node_id: nodeId('REF', 0),
    url: `${api}/git/${ref}`,
    object: { sha, type, url: `${api}/git/${type}s/${sha}` },
  };
}

async function ref(call: ApiCall): Promise<Reply> {
  await ensureNotEmpty(call.repo);
  const name = `refs/${call.param('ref')}`;
  const sha = (await readRefs(call.repo.gitDir)).get(name);
  if (sha === undefined) throw notFound();
  return ok(await refView(call, name, sha));
}

async function matchingRefs(call: ApiCall): Promise<Reply> {
  const prefix = `refs/${call.param('ref')}`;
  const refs = [...(await readRefs(call.repo.gitDir))].filter(([name]) => name.startsWith(prefix));
  return ok(await Promise.all(refs.map(([name, sha]) => refView(call, name, sha))));
}

const routes: readonly Route[] = [
  { method: 'GET', path: '/repos/{owner}/{repo}/git/blobs/{file_sha}', caller: 'any', handle: blob },
  { method: 'GET', path: '/repos/{owner}/{repo}/git/trees/{tree_sha}', caller: 'any', handle: tree },
  { method: 'GET', path: '/repos/{owner}/{repo}/git/commits/{commit_sha}', caller: 'any', handle: commit },
  { method: 'GET', path: '/repos/{owner}/{repo}/git/ref/{ref}', caller: 'any', handle: ref },
  { method: 'GET', path: '/repos/{owner}/{repo}/git/matching-refs/{ref}', caller: 'any', handle: matchingRefs },
];

export default routes;
