/** Commits, changed files and checks as the pages show them. */
import { type FileChange, diffFiles, mergeBase } from '../git/history.js';
import { type Commit, readBlob, readCommits, readTree, resolveCommit } from '../git/objects.js';
import { gitLines } from '../git/run.js';
import type { ChangedFile, ChangePage, CheckPage, CommitPage, CommitSummary, FilePage } from '../pages/view.js';
import type { CheckRun, PullRequest, Repository } from '../state/model.js';
import type { State } from '../state/state.js';

const COMMITS_SHOWN = 30;
const FILE_BYTES = 1024 * 1024;

/** The newest run of each App and name, in order of names. */
function latestRuns(state: State, repo: Repository, sha: string): CheckRun[] {
  const newest = new Map<string, CheckRun>();
  for (const run of state.checkRuns.values()) {
    if (run.repositoryId === repo.id && run.headSha === sha) newest.set(`${run.name} ${run.appId}`, run);
  }
  return [...newest.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

export function checkPage(state: State, run: CheckRun): CheckPage {
  return {
    id: run.id,
    name: run.name,
    status: run.status,
    conclusion: run.conclusion,
    title: run.title,
    headSha: run.headSha,
    app: state.apps.get(run.appId)?.slug ?? '',
    startedAt: run.startedAt,
    completedAt: run.completedAt,
    detailsUrl: run.detailsUrl,
    summary: run.summary,
    text: run.text,
    actions: run.actions,
    annotations: run.annotations.map((annotation) => ({
      path: annotation.path,
      startLine: annotation.start_line,
      endLine: annotation.end_line,
      level: annotation.annotation_level,
      title: annotation.title ?? null,
      message: annotation.message,
    })),
  };
}

function fileView(file: FileChange): ChangedFile {
  return {
    path: file.filename,
    previousPath: file.previousFilename ?? null,
    status: file.status,
    additions: file.additions,
    deletions: file.deletions,
    patch: file.patch ?? null,
  };
}

async function changeOf(state: State, repo: Repository, base: string | null, head: string): Promise<ChangePage> {
  const files = await diffFiles(repo.gitDir, base, head);
  return { files: files.map(fileView), checks: latestRuns(state, repo, head).map((run) => checkPage(state, run)) };
}

function commitSummary(state: State, repo: Repository, commit: Commit): CommitSummary {
  const email = commit.author.email.toLowerCase();
  const user = [...state.users.values()].find((candidate) => candidate.email.toLowerCase() === email);
  return {
    sha: commit.sha,
    message: commit.message,
    author: user?.login ?? commit.author.name,
    date: commit.committer.date,
    checks: latestRuns(state, repo, commit.sha).map((run) => checkPage(state, run)),
  };
}

/** Newest first; empty when there is no such branch. */
export async function commitsOf(state: State, repo: Repository, branch: string): Promise<CommitSummary[]> {
  const head = await resolveCommit(repo.gitDir, `refs/heads/${branch}`);
  if (head === null) return [];
  const shas = await gitLines(repo.gitDir, ['rev-list', `--max-count=${COMMITS_SHOWN}`, head]);
  return (await readCommits(repo.gitDir, shas)).map((commit) => commitSummary(state, repo, commit));
}

export async function commitPage(state: State, repo: Repository, revision: string): Promise<CommitPage | null> {
  const sha = await resolveCommit(repo.gitDir, revision);
  const [commit] = sha === null ? [] : await readCommits(repo.gitDir, [sha]);
  if (commit === undefined) return null;
  const change = await changeOf(state, repo, commit.parents[0] ?? null, commit.sha);
  return { ...commitSummary(state, repo, commit), change };
}

/** What the pull request would bring to its base. */
export async function pullChange(state: State, repo: Repository, pull: PullRequest): Promise<ChangePage> {
  const start = (await mergeBase(repo.gitDir, pull.baseSha, pull.headSha)) ?? pull.baseSha;
  return changeOf(state, repo, start, pull.headSha);
}

/** The file that `branch/path` or `sha/path` names; a branch may hold slashes, so the shortest that exists is taken. */
export async function filePage(repo: Repository, rest: string): Promise<FilePage | null> {
  const parts = rest.split('/');
  for (let length = 1; length < parts.length; length += 1) {
    const sha = await resolveCommit(repo.gitDir, parts.slice(0, length).join('/'));
    const path = parts.slice(length).join('/');
    const tree = sha === null ? null : await readTree(repo.gitDir, sha, true);
    const entry = tree?.find((candidate) => candidate.path === path && candidate.type === 'blob');
    if (sha === null || entry === undefined) continue;
    const bytes = (entry.size ?? 0) > FILE_BYTES ? null : await readBlob(repo.gitDir, entry.sha);
    return { sha, path, text: bytes === null || bytes.includes(0) ? null : bytes.toString('utf8') };
  }
  return null;
}
