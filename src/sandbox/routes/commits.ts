/** Commits: list, one with its files, and the comparison of two. */
import { ApiError, notFound } from '../api-error.js';
import { commitsBetween, diffFiles, mergeBase } from '../git/history.js';
import { type Commit, readCommits, resolveCommit } from '../git/objects.js';
import { gitLines, gitText } from '../git/run.js';
import { type ApiCall, ok, type Reply, type Route } from '../http/call.js';
import { linkHeaders, pageRequest } from '../http/paging.js';
import type { Repository } from '../state/model.js';
import { commitView, fileView } from '../views/commit.js';
import type { Json } from '../views/people.js';
import { repositoryApi, repositoryHtml } from '../views/repository.js';
import { changesOf, commitOf, diffReply, ensureNotEmpty } from './_git.js';

/** A commit shows at most 3,000 files, 300 a page unless `per_page` says less. */
const COMMIT_FILES = 3_000;
const FILES_A_PAGE = 300;
/** A comparison shows at most 300 files, and 250 commits unless it is paged. */
const COMPARED_FILES = 300;
const COMPARED_COMMITS = 250;

/** Filters as `git rev-list` takes them. */
function listFilters(call: ApiCall): string[] {
  const dates = (['since', 'until'] as const).flatMap((name) => {
    const value = Date.parse(call.query(name) ?? '');
    return Number.isNaN(value) ? [] : [`--${name}=${new Date(value).toISOString()}`];
  });
  const author = call.query('author');
  const email = author === null ? null : (call.world.state.user(author)?.email ?? author);
  return [...dates, ...(email === null ? [] : ['--fixed-strings', `--author=${email}`])];
}

async function list(call: ApiCall): Promise<Reply> {
  const { repo, world } = call;
  await ensureNotEmpty(repo);
  const start = await resolveCommit(repo.gitDir, call.query('sha') || repo.defaultBranch);
  if (start === null) throw notFound();
  const filters = listFilters(call);
  const path = call.query('path');
  const tail = [start, '--', ...(path === null ? [] : [path])];
  const { number, size } = pageRequest(call.request.url.searchParams);
  const page = [`--skip=${(number - 1) * size}`, `--max-count=${size}`];
  const [shas, total] = await Promise.all([
    gitLines(repo.gitDir, ['rev-list', ...filters, ...page, ...tail]),
    gitText(repo.gitDir, ['rev-list', '--count', ...filters, ...tail]),
  ]);
  const commits = await readCommits(repo.gitDir, shas);
  const headers = linkHeaders(call.request.url, world.url, Number(total));
  return ok(
    commits.map((commit) => commitView(world, repo, commit)),
    headers,
  );
}

async function get(call: ApiCall): Promise<Reply> {
  const { repo, world } = call;
  const commit = await commitOf(repo, call.param('ref'));
  if (call.media === 'diff' || call.media === 'patch') return diffReply(repo, commit.parents[0] ?? null, commit.sha);
  if (call.media === 'sha') {
    return { status: 200, bytes: Buffer.from(commit.sha), headers: { 'content-type': 'application/vnd.github.sha' } };
  }
  const files = await changesOf(repo, commit);
  const shown = files.slice(0, COMMIT_FILES);
  const { url } = call.request;
  const asked = pageRequest(url.searchParams);
  const page = url.searchParams.has('per_page') ? asked : { ...asked, size: FILES_A_PAGE };
  const additions = files.reduce((sum, file) => sum + file.additions, 0);
  const deletions = files.reduce((sum, file) => sum + file.deletions, 0);
  const start = (page.number - 1) * page.size;
  return ok(
    {
      ...commitView(world, repo, commit),
      stats: { total: additions + deletions, additions, deletions },
      files: shown.slice(start, start + page.size).map((file) => fileView(world, repo, commit.sha, file)),
    },
    linkHeaders(url, world.url, shown.length, page),
  );
}

/** `branch`, or `owner:branch` of a repository in the same network (whose commits the base may lack: then 404). */
async function side(call: ApiCall, name: string): Promise<Commit> {
  const [owner, branch] = name.includes(':') ? (name.split(':', 2) as [string, string]) : [call.repo.owner, name];
  const other = call.world.state
    .repositoriesOf(owner)
    .find((repo) => repo.id === call.repo.id || repo.parentId === call.repo.id || repo.id === call.repo.parentId);
  const sha = other === undefined ? null : await resolveCommit(other.gitDir, branch);
  const [commit] = sha === null ? [] : await readCommits(call.repo.gitDir, [sha]);
  if (commit === undefined) throw notFound();
  return commit;
}

async function compare(call: ApiCall): Promise<Reply> {
  const { repo } = call;
  const [base, head] = call.param('basehead').split('...');
  if (base === undefined || head === undefined) throw notFound();
  await ensureNotEmpty(repo);
  const [from, to] = await Promise.all([side(call, base), side(call, head)]);
  const common = await mergeBase(repo.gitDir, from.sha, to.sha);
  if (common === null) throw new ApiError(404, `No common ancestor between ${base} and ${head}.`);
  if (call.media === 'diff' || call.media === 'patch') return diffReply(repo, common, to.sha);
  return comparison(call, repo, { base: from, head: to, common, range: `${base}...${head}` });
}

interface Compared {
  readonly base: Commit;
  readonly head: Commit;
  readonly common: string;
  readonly range: string;
}

function status(ahead: number, behind: number): string {
  if (ahead > 0 && behind > 0) return 'diverged';
  if (ahead > 0) return 'ahead';
  return behind > 0 ? 'behind' : 'identical';
}

async function comparison(call: ApiCall, repo: Repository, compared: Compared): Promise<Reply> {
  const { base, head, common, range } = compared;
  const { world } = call;
  const shas = await commitsBetween(repo.gitDir, [base.sha], head.sha);
  const behind = Number(await gitText(repo.gitDir, ['rev-list', '--count', base.sha, `^${head.sha}`]));
  const query = call.request.url.searchParams;
  const paged = query.has('page') || query.has('per_page');
  const { number, size } = pageRequest(query);
  const page = paged ? shas.slice((number - 1) * size, number * size) : shas.slice(-COMPARED_COMMITS);
  const [commits, files, ancestor] = await Promise.all([
    readCommits(repo.gitDir, page),
    number === 1 ? diffFiles(repo.gitDir, common, head.sha) : [],
    readCommits(repo.gitDir, [common]),
  ]);
  const view = (commit: Commit): Json => commitView(world, repo, commit);
  const html = repositoryHtml(world, repo);
  const json = {
    url: `${repositoryApi(world, repo)}/compare/${range}`,
    html_url: `${html}/compare/${range}`,
    permalink_url: `${html}/compare/${range}`,
    diff_url: `${html}/compare/${range}.diff`,
    patch_url: `${html}/compare/${range}.patch`,
    base_commit: view(base),
    merge_base_commit: ancestor[0] === undefined ? null : view(ancestor[0]),
    status: status(shas.length, behind),
    ahead_by: shas.length,
    behind_by: behind,
    total_commits: shas.length,
    commits: commits.map(view),
    files: files.slice(0, COMPARED_FILES).map((file) => fileView(world, repo, head.sha, file)),
  };
  return ok(json, paged ? linkHeaders(call.request.url, world.url, shas.length) : {});
}

const routes: readonly Route[] = [
  { method: 'GET', path: '/repos/{owner}/{repo}/commits', caller: 'any', handle: list },
  { method: 'GET', path: '/repos/{owner}/{repo}/commits/{ref}', caller: 'any', handle: get },
  { method: 'GET', path: '/repos/{owner}/{repo}/compare/{basehead}', caller: 'any', handle: compare },
];

export default routes;
