/** GitHub's shapes into ours: the few fields that we read, dates as dates, `null` bodies as empty ones. */
import type {
  Activity,
  Actor,
  CheckRun,
  Comment,
  Commit,
  FileStatus,
  Issue,
  PullRequest,
  Repository,
} from '../gateway.js';

interface RawActor {
  readonly id: number;
  readonly login: string;
  readonly type?: string;
}

export function toActor(raw: unknown): Actor | null {
  if (typeof raw !== 'object' || raw === null || !('login' in raw) || !('id' in raw)) return null;
  const { id, login, type } = raw as RawActor;
  return { id, login, type: type ?? 'User' };
}

interface RawText {
  readonly id: number;
  readonly node_id: string;
  readonly body?: string | null | undefined;
  readonly user?: unknown;
  readonly performed_via_github_app?: { readonly id: number } | null | undefined;
  readonly html_url: string;
  readonly created_at: string;
  readonly updated_at: string;
}

interface RawIssue extends RawText {
  readonly number: number;
  readonly title: string;
  readonly state: string;
  readonly labels: readonly (string | { readonly name?: string | null })[];
  readonly pull_request?: unknown;
}

function toText(raw: RawText): Comment {
  return {
    id: raw.id,
    nodeId: raw.node_id,
    body: raw.body ?? '',
    author: toActor(raw.user),
    appId: raw.performed_via_github_app?.id ?? null,
    url: raw.html_url,
    createdAt: new Date(raw.created_at),
    updatedAt: new Date(raw.updated_at),
  };
}

export function toComment(raw: RawText): Comment {
  return toText(raw);
}

export function toIssue(raw: RawIssue): Issue {
  return {
    ...toText(raw),
    number: raw.number,
    title: raw.title,
    state: raw.state === 'closed' ? 'closed' : 'open',
    labels: raw.labels.map((label) => (typeof label === 'string' ? label : (label.name ?? ''))),
    isPullRequest: raw.pull_request !== undefined && raw.pull_request !== null,
  };
}

interface RawCommit {
  readonly sha: string;
  readonly parents: readonly { readonly sha: string }[];
  readonly commit: {
    readonly message: string;
    readonly committer?: { readonly date?: string } | null;
  };
  readonly author?: unknown;
}

export function toCommit(raw: RawCommit): Commit {
  return {
    sha: raw.sha,
    parents: raw.parents.map(({ sha }) => sha),
    message: raw.commit.message,
    author: toActor(raw.author),
    committedAt: new Date(raw.commit.committer?.date ?? 0),
  };
}

interface RawFile {
  readonly filename: string;
  readonly status: FileStatus;
  readonly previous_filename?: string;
  readonly sha: string | null;
  readonly additions: number;
  readonly patch?: string;
}

export function toCommitFile(raw: RawFile) {
  return {
    path: raw.filename,
    status: raw.status,
    blobSha: raw.sha,
    additions: raw.additions,
    ...(raw.previous_filename === undefined ? {} : { previousPath: raw.previous_filename }),
    ...(raw.patch === undefined ? {} : { patch: raw.patch }),
  };
}

interface RawCheckRun {
  readonly id: number | bigint;
  readonly name: string;
  readonly head_sha: string;
  readonly external_id: string | null;
  readonly status: string;
  readonly conclusion: string | null;
  readonly app: { readonly id: number | bigint } | null;
  readonly html_url: string | null;
}

export function toCheckRun(raw: RawCheckRun): CheckRun {
  return {
    id: Number(raw.id),
    name: raw.name,
    headSha: raw.head_sha,
    externalId: raw.external_id ?? '',
    status: raw.status,
    conclusion: raw.conclusion,
    appId: raw.app == null ? null : Number(raw.app.id),
    url: raw.html_url,
  };
}

interface RawRepository {
  readonly id: number;
  readonly name: string;
  readonly owner: { readonly login: string };
  readonly default_branch: string;
  readonly private: boolean;
  readonly visibility?: string;
  readonly fork: boolean;
  readonly archived: boolean;
  readonly has_issues: boolean;
  readonly topics?: readonly string[];
  readonly language?: string | null;
  readonly custom_properties?: Readonly<Record<string, unknown>>;
  readonly pushed_at?: string | null;
  readonly created_at?: string | null;
  readonly html_url: string;
}

export function toRepository(raw: RawRepository): Repository {
  const { visibility } = raw;
  return {
    id: raw.id,
    owner: raw.owner.login,
    name: raw.name,
    defaultBranch: raw.default_branch,
    isPrivate: raw.private,
    visibility: visibility === 'public' || visibility === 'internal' ? visibility : raw.private ? 'private' : 'public',
    isFork: raw.fork,
    isArchived: raw.archived,
    hasIssues: raw.has_issues,
    topics: raw.topics ?? [],
    language: raw.language ?? null,
    properties: toProperties(raw.custom_properties ?? {}),
    pushedAt: raw.pushed_at == null ? null : new Date(raw.pushed_at),
    createdAt: raw.created_at == null ? null : new Date(raw.created_at),
    url: raw.html_url,
  };
}

/** Values are texts, lists of texts or null; GitHub's description leaves them open. */
function toProperties(raw: Readonly<Record<string, unknown>>): Repository['properties'] {
  const entries = Object.entries(raw).map(([name, value]): [string, string | string[] | null] => {
    if (Array.isArray(value)) return [name, value.map(String)];
    return [name, value == null ? null : String(value)];
  });
  return Object.fromEntries(entries);
}

interface RawActivity {
  readonly id: number;
  readonly activity_type: string;
  readonly ref: string;
  readonly before: string;
  readonly after: string;
  readonly timestamp: string;
}

export function toActivity(raw: RawActivity): Activity {
  const { id, activity_type: type, ref, before, after, timestamp } = raw;
  return { id, type, ref, before, after, at: new Date(timestamp) };
}

interface RawPullRequest {
  readonly number: number;
  readonly title: string;
  readonly state: string;
  readonly draft?: boolean;
  readonly head: { readonly sha: string; readonly ref: string; readonly repo: { readonly id: number } | null };
  readonly base: { readonly sha: string; readonly ref: string };
  readonly user: unknown;
  readonly html_url: string;
  readonly updated_at: string;
}

export function toPullRequest(raw: RawPullRequest): PullRequest {
  return {
    number: raw.number,
    title: raw.title,
    state: raw.state === 'closed' ? 'closed' : 'open',
    isDraft: raw.draft ?? false,
    headSha: raw.head.sha,
    headRef: raw.head.ref,
    headRepositoryId: raw.head.repo?.id ?? null,
    baseSha: raw.base.sha,
    baseRef: raw.base.ref,
    author: toActor(raw.user),
    url: raw.html_url,
    updatedAt: new Date(raw.updated_at),
  };
}
