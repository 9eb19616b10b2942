/** Files and folders of a commit. */
import { ApiError, notFound } from '../api-error.js';
import { readBlob, readRefs, readTree, type TreeEntry } from '../git/objects.js';
import { type ApiCall, ok, type Reply, type Route } from '../http/call.js';
import type { Json } from '../views/people.js';
import { repositoryApi, repositoryHtml } from '../views/repository.js';
import { commitOf, rawReply } from './_git.js';
import { base64 } from './git-data.js';

/** Up to 1 MB everything works, up to 100 MB only the raw and object media types, beyond that nothing. */
const JSON_BYTES = 1024 * 1024;
const RAW_BYTES = 100 * 1024 * 1024;
/** A folder lists at most 1,000 entries. */
const FOLDER_ENTRIES = 1_000;
const SYMLINK = '120000';

function entryType(entry: TreeEntry): string {
  if (entry.type === 'tree') return 'dir';
  // Submodules in a listing are called files for backward compatibility.
  return entry.mode === SYMLINK ? 'symlink' : 'file';
}

function entryView(call: ApiCall, ref: string, path: string, entry: TreeEntry): Json {
  const { repo, world } = call;
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  const self = `${repositoryApi(world, repo)}/contents/${encoded}?ref=${encodeURIComponent(ref)}`;
  const kind = entry.type === 'tree' ? 'tree' : 'blob';
  const html = `${repositoryHtml(world, repo)}/${kind}/${ref}/${encoded}`;
  const gitUrl = `${repositoryApi(world, repo)}/git/${kind}s/${entry.sha}`;
  return {
    name: path.split('/').at(-1) ?? path,
    path,
    sha: entry.sha,
    size: entry.size ?? 0,
    url: self,
    html_url: html,
    git_url: gitUrl,
    download_url: kind === 'tree' ? null : `${repositoryHtml(world, repo)}/raw/${ref}/${encoded}`,
    type: entryType(entry),
    _links: { self, git: gitUrl, html },
  };
}

async function file(call: ApiCall, ref: string, path: string, entry: TreeEntry): Promise<Reply> {
  const size = entry.size ?? 0;
  if (size > RAW_BYTES) throw new ApiError(403, 'This API returns blobs up to 100 MB in size.');
  const bytes = (await readBlob(call.repo.gitDir, entry.sha)) ?? Buffer.alloc(0);
  if (call.media === 'raw') return rawReply(bytes, 'application/vnd.github.raw+json; charset=utf-8');
  const view = entryView(call, ref, path, entry);
  if (entry.type === 'commit') return ok({ ...view, type: 'submodule' });
  if (entry.mode === SYMLINK) return ok({ ...view, target: bytes.toString('utf8') });
  if (size > JSON_BYTES) return ok({ ...view, content: '', encoding: 'none' });
  return ok({ ...view, content: base64(bytes), encoding: 'base64' });
}

async function contents(call: ApiCall): Promise<Reply> {
  const { repo } = call;
  const path = call.param('path').replace(/^\/+|\/+$/g, '');
  const ref = call.query('ref') || repo.defaultBranch;
  if ((await readRefs(repo.gitDir)).size === 0) throw new ApiError(404, 'This repository is empty.');
  const commit = await commitOf(repo, ref);
  if (path !== '') {
    const slash = path.lastIndexOf('/');
    const siblings = await readTree(repo.gitDir, `${commit.sha}:${path.slice(0, Math.max(slash, 0))}`, false);
    const entry = siblings?.find((candidate) => candidate.path === path.slice(slash + 1));
    if (entry === undefined) throw notFound();
    if (entry.type !== 'tree') return file(call, ref, path, entry);
  }
  const entries = await readTree(repo.gitDir, `${commit.sha}:${path}`, false);
  if (entries === null) throw notFound();
  const prefix = path === '' ? '' : `${path}/`;
  const views = entries.slice(0, FOLDER_ENTRIES).map((entry) => entryView(call, ref, `${prefix}${entry.path}`, entry));
  return ok(call.media === 'object' ? { type: 'dir', path, entries: views } : views);
}

const CODEOWNERS = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'];

/** Every owner that somebody writes down is taken for one. */
async function codeownersErrors(call: ApiCall): Promise<Reply> {
  const { sha } = await commitOf(call.repo, call.query('ref') || call.repo.defaultBranch);
  const entries = (await readTree(call.repo.gitDir, sha, true)) ?? [];
  if (!entries.some(({ path }) => CODEOWNERS.includes(path))) throw notFound();
  return ok({ errors: [] });
}

const routes: readonly Route[] = [
  { method: 'GET', path: '/repos/{owner}/{repo}/codeowners/errors', caller: 'any', handle: codeownersErrors },
  { method: 'GET', path: '/repos/{owner}/{repo}/contents/{path}', caller: 'any', handle: contents },
];

export default routes;
