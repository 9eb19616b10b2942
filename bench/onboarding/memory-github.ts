/** As much of GitHub's API as onboarding and fan-out ask for, in memory, behind `fetch`: ten thousand git repositories would be too heavy. */
import { LimitWatch } from './limit-watch.js';
import type { VirtualTime } from './virtual-time.js';

export const API = 'https://github.test';
export const APP = { id: 42, slug: 'seaworthy' };
const BOT = { id: 9, login: `${APP.slug}[bot]`, type: 'Bot' };

export interface MemoryRepository {
  readonly id: number;
  readonly installationId: number;
  readonly owner: string;
  name: string;
  archived: boolean;
  hasIssues: boolean;
  readonly createdAt: Date;
  pushedAt: Date;
  /** By path, on the default branch. */
  readonly files: Map<string, string>;
  readonly issues: MemoryText[];
  readonly comments: MemoryText[];
  /** The heads of its open pull requests, oldest first; all into `main`. */
  readonly pulls: string[];
  /** Check runs as GitHub shows them, and when they were written last. */
  readonly runs: MemoryRun[];
}

export type MemoryRun = Record<string, unknown> & { readonly id: number; writtenAt: Date };

export interface MemoryText {
  readonly number: number;
  body: string;
  readonly title: string;
  readonly at: Date;
}

/** What GitHub does instead of, or besides, what it was asked. `lost`: it is done, and answered with 502. */
export type Mishap = 'none' | 'failed' | 'lost' | { readonly retryAfter: number };

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: Record<string, unknown>;
  readonly installationId: number | null;
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface MemoryGitHubOptions {
  readonly time: VirtualTime;
  /** Milliseconds until an answer comes. */
  readonly latency: () => number;
  readonly mishap: (method: string, route: string, installationId: number) => Mishap;
}

const NOT_FOUND: Answer = { status: 404, body: { message: 'Not Found' } };

export class MemoryGitHub {
  readonly #byId = new Map<number, MemoryRepository>();
  readonly #byName = new Map<string, number>();
  readonly #watches = new Map<number, LimitWatch>();
  readonly #options: MemoryGitHubOptions;
  #texts = 0;
  /** Issues whose creation GitHub has carried out and not answered yet. */
  unanswered = 0;
  /** Requests that nothing here answers: there must be none. */
  readonly unknown: string[] = [];

  constructor(options: MemoryGitHubOptions) {
    this.#options = options;
  }

  get repositories(): readonly MemoryRepository[] {
    return [...this.#byId.values()];
  }

  add(repository: Omit<MemoryRepository, 'files' | 'issues' | 'comments' | 'pulls' | 'runs'>): MemoryRepository {
    const whole = { ...repository, files: new Map(), issues: [], comments: [], pulls: [], runs: [] };
    this.#byId.set(whole.id, whole);
    this.#byName.set(nameKey(whole.owner, whole.name), whole.id);
    return whole;
  }

  /** The old name goes on working, as on GitHub, until another repository takes it. */
  rename(repository: MemoryRepository, name: string): void {
    repository.name = name;
    this.#byName.set(nameKey(repository.owner, name), repository.id);
  }

  delete(repository: MemoryRepository): void {
    this.#byId.delete(repository.id);
  }

  watch(installationId: number): LimitWatch {
    const of = () => this.repositories.filter((one) => one.installationId === installationId).length;
    const watch = this.#watches.get(installationId) ?? new LimitWatch(of());
    this.#watches.set(installationId, watch);
    return watch;
  }

  /** Everybody's connections are gone. */
  hangUp(): void {
    this.unanswered = 0;
    for (const watch of this.#watches.values()) watch.hangUp();
  }

  /** What the transport sends requests by. */
  readonly fetch = async (address: string, init: RequestInit = {}): Promise<Response> => {
    const { time, latency, mishap } = this.#options;
    const asked = readRequest(address, init);
    const { method, installationId } = asked;
    if (installationId === null) return respond(address, this.#answerApp(asked));
    const route = asked.path
      .replace(/^\/repos\/[^/]+\/[^/]+/, '/repos/:')
      .replace(/\/[0-9a-f]{40}/, '/:sha')
      .replace(/\/\d+/g, '/#');
    const watch = this.watch(installationId);
    watch.begin(method, route, time.now().getTime());
    const what = mishap(method, route, installationId);
    const isRefused = what === 'failed' || typeof what === 'object';
    const answer = isRefused ? null : this.#answer(asked, installationId);
    const isCreated = method === 'POST' && route === '/repos/:/issues' && answer?.status === 201;
    if (isCreated) this.unanswered += 1;
    await time.sleep(latency());
    if (isCreated) this.unanswered -= 1;
    watch.end();
    if (typeof what === 'object') {
      watch.refused(time.now().getTime() + what.retryAfter * 1000);
      const headers = { 'retry-after': String(what.retryAfter) };
      return respond(address, { status: 403, body: { message: 'You have exceeded a secondary rate limit.' }, headers });
    }
    return respond(
      address,
      answer === null || what === 'lost' ? { status: 502, body: { message: 'Server Error' } } : answer,
    );
  };

  #answerApp({ path }: Asked): Answer {
    const token = /^\/app\/installations\/(\d+)\/access_tokens$/.exec(path)?.[1];
    if (token === undefined) return { status: 200, body: { ...APP, permissions: {}, events: [] } };
    // Probot looks at the real time here.
    const expires_at = new Date(Date.now() + 3_600_000).toISOString();
    return { status: 201, body: { token: `ghs_${token}`, expires_at, permissions: {}, repository_selection: 'all' } };
  }

  #answer(asked: Asked, installationId: number): Answer {
    const { path, query } = asked;
    if (path === '/installation/repositories') return this.#list(installationId, query);
    const [, owner = '', name = '', rest = ''] = /^\/repos\/([^/]+)\/([^/]+)(\/.*)?$/.exec(path) ?? [];
    const repository = this.#byId.get(this.#byName.get(nameKey(owner, name)) ?? 0);
    if (repository === undefined || repository.installationId !== installationId) return NOT_FOUND;
    return this.#answerRepository(repository, rest, asked);
  }

  #list(installationId: number, query: URLSearchParams): Answer {
    const all = this.repositories.filter((one) => one.installationId === installationId);
    const view = (page: readonly MemoryRepository[]) => ({
      total_count: all.length,
      repositories: page.map(repositoryView),
    });
    return pageOf(all, '/installation/repositories', query, view);
  }

  #answerRepository(repository: MemoryRepository, rest: string, { method, path, query, body }: Asked): Answer {
    const { issues, comments, runs } = repository;
    const ask = `${method} ${rest.replace(/\/[0-9a-f]{40}/, '/:sha').replace(/\/\d+/, '/#')}`;
    if (rest.startsWith('/contents/'))
      return contentOf(repository, decodeURIComponent(rest.slice('/contents/'.length)));
    switch (ask) {
      case 'GET ':
        return { status: 200, body: repositoryView(repository) };
      case 'GET /issues':
        return { status: 200, body: issues.map(issueView) };
      case 'GET /issues/#': {
        const issue = issues.find(({ number }) => rest.endsWith(`/${number}`));
        return issue === undefined ? NOT_FOUND : { status: 200, body: issueView(issue) };
      }
      case 'PATCH /issues/#': {
        const issue = issues.find(({ number }) => rest.endsWith(`/${number}`));
        if (issue === undefined) return NOT_FOUND;
        issue.body = String(body.body ?? issue.body);
        return { status: 200, body: issueView(issue) };
      }
      case 'GET /collaborators/octocat/permission':
        return { status: 200, body: { permission: 'admin', role_name: 'admin', user: { login: 'octocat' } } };
      case 'GET /pulls':
        return pageOf(repository.pulls.map(pullView).reverse(), path, query, (page) => page);
      case 'GET /issues/#/comments':
        return { status: 200, body: comments.map(issueView) };
      case 'GET /git/ref/heads%2Fmain':
        return { status: 200, body: refView(repository) };
      case 'GET /commits/:sha/check-runs':
        return { status: 200, body: runsOn(repository, rest) };
      case 'POST /check-runs': {
        this.#texts += 1;
        const run = {
          ...body,
          id: this.#texts,
          conclusion: body.conclusion ?? null,
          app: { id: APP.id },
          html_url: null,
          writtenAt: this.#options.time.now(),
        };
        runs.push(run);
        return { status: 201, body: run };
      }
      case 'PATCH /check-runs/#': {
        const run = runs.find(({ id }) => rest.endsWith(`/${id}`));
        return run === undefined
          ? NOT_FOUND
          : { status: 200, body: Object.assign(run, body, { writtenAt: this.#options.time.now() }) };
      }
      case 'POST /issues/comments/#/reactions':
        return { status: 201, body: {} };
      case 'POST /issues':
      case 'POST /issues/#/comments': {
        if (!repository.hasIssues) return { status: 410, body: { message: 'Issues are disabled for this repo' } };
        if (repository.archived) return { status: 403, body: { message: 'Repository was archived so is read-only.' } };
        this.#texts += 1;
        const [at, title] = [this.#options.time.now(), String(body.title ?? '')];
        const text = { number: this.#texts, title, body: String(body.body), at };
        (ask === 'POST /issues' ? issues : comments).push(text);
        return { status: 201, body: issueView(text) };
      }
      default:
        this.unknown.push(`${method} ${path}`);
        return NOT_FOUND;
    }
  }
}

function pageOf<T>(
  all: readonly T[],
  path: string,
  query: URLSearchParams,
  view: (page: readonly T[]) => unknown,
): Answer {
  const [page, size] = [Number(query.get('page') ?? 1), Number(query.get('per_page') ?? 30)];
  const next = `<${API}${path}?per_page=${size}&page=${page + 1}>; rel="next"`;
  const body = view(all.slice((page - 1) * size, page * size));
  return { status: 200, body, ...(page * size < all.length ? { headers: { link: next } } : {}) };
}

const nameKey = (owner: string, name: string): string => `${owner}/${name}`.toLowerCase();

function readRequest(address: string, init: RequestInit): Asked {
  const { pathname, searchParams } = new URL(address);
  const token = /ghs_(\d+)/.exec(new Headers(init.headers).get('authorization') ?? '')?.[1];
  return {
    method: init.method ?? 'GET',
    path: pathname,
    query: searchParams,
    body: typeof init.body === 'string' ? JSON.parse(init.body) : {},
    installationId: token === undefined ? null : Number(token),
  };
}

/** Octokit reads the address of an answer, which one that was made here has not. */
function respond(url: string, { status, body, headers }: Answer): Response {
  const given = { status, headers: { 'content-type': 'application/json', ...headers } };
  return Object.defineProperty(new Response(JSON.stringify(body), given), 'url', { value: url });
}

function contentOf({ files }: MemoryRepository, path: string): Answer {
  const text = files.get(path);
  if (text === undefined) return NOT_FOUND;
  const content = Buffer.from(text).toString('base64');
  return { status: 200, body: { type: 'file', encoding: 'base64', path, sha: 'b'.repeat(40), content } };
}

function repositoryView(repository: MemoryRepository) {
  const { id, name, owner, archived, hasIssues, createdAt, pushedAt } = repository;
  return {
    id,
    name,
    owner: { login: owner },
    default_branch: 'main',
    private: true,
    visibility: 'private',
    fork: !hasIssues,
    archived,
    has_issues: hasIssues,
    created_at: createdAt.toISOString(),
    pushed_at: pushedAt.toISOString(),
    html_url: `${API}/${owner}/${name}`,
  };
}

function refView({ id }: MemoryRepository) {
  return { ref: 'refs/heads/main', object: { type: 'commit', sha: id.toString(16).padStart(40, '0') } };
}

function pullView(sha: string, index: number) {
  const base = { ref: 'main', sha: '0'.repeat(40) };
  const head = { sha, ref: `topic-${index}` };
  return { number: 10_000 + index, title: 'A change', state: 'open', head, base, updated_at: '2026-01-01T00:00:00Z' };
}

function runsOn({ runs }: MemoryRepository, path: string) {
  const on = runs.filter(({ head_sha }) => path.includes(`/${head_sha}/`));
  return { total_count: on.length, check_runs: on };
}

function issueView({ number, title, body, at }: MemoryText) {
  return {
    id: number,
    node_id: `I_${number}`,
    number,
    title,
    body,
    state: 'open',
    labels: [{ name: 'security-baseline' }],
    user: BOT,
    performed_via_github_app: { id: APP.id },
    html_url: `${API}/issues/${number}`,
    created_at: at.toISOString(),
    updated_at: at.toISOString(),
  };
}
