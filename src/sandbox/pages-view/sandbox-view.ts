/** The door between the pages and a running sandbox: reads its state, acts as its people. */
import { ApiError } from '../api-error.js';
import { readRefs } from '../git/objects.js';
import type { ActionResult, DeliveryRow, RepoName, RepoPage, RepoSummary, SandboxView } from '../pages/view.js';
import type { Delivery, Repository } from '../state/model.js';
import type { Sandbox } from '../types.js';
import { checkPage, commitPage, commitsOf, filePage, pullChange } from './changes.js';
import { deploymentsPage, mergeBox } from './gates.js';
import { accountOf, issuePage, threadSummary } from './threads.js';

const DELIVERIES_SHOWN = 100;

/** A refusal is an answer; anything else is a defect and goes on. */
async function attempt(act: () => Promise<unknown> | unknown): Promise<ActionResult> {
  try {
    await act();
    return { ok: true };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const details = (error.errors ?? []).map((entry) => (entry as { message?: unknown }).message);
    const message = details.find((text): text is string => typeof text === 'string') ?? error.message;
    return { ok: false, status: error.status, message };
  }
}

function summary({ state }: Sandbox, repo: Repository): RepoSummary {
  const open = state.issuesOf(repo).filter((issue) => issue.state === 'open');
  return {
    owner: repo.owner,
    repo: repo.name,
    description: repo.description,
    visibility: repo.private ? 'private' : 'public',
    archived: repo.archived,
    openIssues: open.filter((issue) => !issue.isPullRequest).length,
    openPulls: open.filter((issue) => issue.isPullRequest).length,
  };
}

async function repositoryPage(sandbox: Sandbox, repo: Repository, branch?: string): Promise<RepoPage> {
  const { state } = sandbox;
  const threads = state.issuesOf(repo).reverse();
  const branches = [...(await readRefs(repo.gitDir))].filter(([ref]) => ref.startsWith('refs/heads/'));
  return {
    ...summary(sandbox, repo),
    hasIssues: repo.hasIssues,
    defaultBranch: repo.defaultBranch,
    branches: branches.map(([ref, sha]) => ({ name: ref.slice('refs/heads/'.length), sha })),
    issues: threads.filter((issue) => !issue.isPullRequest).map((issue) => threadSummary(state, repo, issue)),
    pulls: threads.filter((issue) => issue.isPullRequest).map((issue) => threadSummary(state, repo, issue)),
    commits: await commitsOf(state, repo, branch ?? repo.defaultBranch),
  };
}

function deliveryRow(delivery: Delivery): DeliveryRow {
  return {
    id: delivery.id,
    guid: delivery.guid,
    event: delivery.event,
    action: delivery.action,
    deliveredAt: delivery.deliveredAt,
    statusCode: delivery.statusCode,
    durationMs: Math.round(delivery.duration * 1000),
    redelivery: delivery.redelivery,
  };
}

/** What the pages read. */
function queries(
  sandbox: Sandbox,
): Omit<SandboxView, 'openIssue' | 'editIssue' | 'comment' | 'mergePull' | 'actOnCheck' | 'deploy' | 'redeliver'> {
  const { state } = sandbox;
  const find = ({ owner, repo }: RepoName) => state.repositoryNamed(owner, repo) ?? null;
  return {
    users: async () => [...state.users.values()].filter(({ type }) => type === 'User'),
    owners: async () => {
      const logins = [...state.repositories.values()].map(({ owner }) => owner);
      const all = [...[...state.organizations.values()].map(({ login }) => login), ...logins];
      return [...new Set(all)].map((login) => accountOf(state, login));
    },
    repositories: async (owner) => {
      if (state.organization(owner) === undefined && state.user(owner) === undefined) return null;
      return state.repositoriesOf(owner).map((repo) => summary(sandbox, repo));
    },
    repository: async (name, branch) => {
      const repo = find(name);
      return repo === null ? null : repositoryPage(sandbox, repo, branch);
    },
    issue: async (name, number) => {
      const repo = find(name);
      const issue = repo === null ? undefined : state.issue(repo.id, number);
      return repo === null || issue === undefined || issue.isPullRequest ? null : issuePage(state, repo, issue);
    },
    pull: async (name, number, as = '') => {
      const repo = find(name);
      const pull = repo === null ? undefined : state.pullRequest(repo.id, number);
      const issue = repo === null ? undefined : state.issue(repo.id, number);
      if (repo === null || pull === undefined || issue === undefined) return null;
      const { baseRef: base, headRef: head, headSha } = pull;
      const [change, merge] = await Promise.all([pullChange(state, repo, pull), mergeBox(state, repo, pull, as)]);
      return { ...issuePage(state, repo, issue), base, head, headSha, change, merge };
    },
    commit: async (name, sha) => {
      const repo = find(name);
      return repo === null ? null : commitPage(state, repo, sha);
    },
    file: async (name, rest) => {
      const repo = find(name);
      return repo === null ? null : filePage(repo, rest);
    },
    checkRun: async (name, id) => {
      const run = state.checkRuns.get(id);
      return run === undefined || run.repositoryId !== find(name)?.id ? null : checkPage(state, run);
    },
    deployments: async (name) => {
      const repo = find(name);
      return repo === null ? null : deploymentsPage(state, repo);
    },
    deliveries: async () => [...state.deliveries.values()].reverse().slice(0, DELIVERIES_SHOWN).map(deliveryRow),
  };
}

/** The sandbox as its pages see it. */
export function sandboxView(sandbox: Sandbox): SandboxView {
  const full = ({ owner, repo }: RepoName) => `${owner}/${repo}`;
  return {
    ...queries(sandbox),
    openIssue: async (as, name, title, body) => {
      let number: number | undefined;
      const result = await attempt(async () => {
        ({ number } = await sandbox.as(as).createIssue(full(name), { title, body }));
      });
      return number === undefined ? result : { ...result, number };
    },
    editIssue: async (as, name, number, { title, body, state }) =>
      attempt(async () => {
        const person = sandbox.as(as);
        if (title !== undefined) await person.editIssueTitle(full(name), number, title);
        if (body !== undefined) await person.editIssueBody(full(name), number, body);
        if (state === 'closed') await person.closeIssue(full(name), number);
        if (state === 'open') await person.reopenIssue(full(name), number);
      }),
    comment: async (as, name, number, body) => attempt(() => sandbox.as(as).comment(full(name), number, body)),
    mergePull: async (as, name, number, how) =>
      attempt(() => {
        const person = sandbox.as(as);
        if (how === 'enqueue') return person.enqueuePullRequest(full(name), number);
        if (how === 'dequeue') return person.dequeuePullRequest(full(name), number);
        return person.mergePullRequest(full(name), number);
      }),
    actOnCheck: async (as, name, id, button) =>
      attempt(() => {
        const person = sandbox.as(as);
        if (button === null) return person.rerequestCheckRun(full(name), id);
        return person.requestCheckAction(full(name), id, button);
      }),
    deploy: async (as, name, environment, ref) =>
      attempt(() => sandbox.as(as).deploy(full(name), { environment, ref })),
    redeliver: async (id) => {
      if (!sandbox.state.deliveries.has(id)) return { ok: false, status: 404, message: 'There is no such delivery.' };
      return attempt(() => sandbox.redeliver(id));
    },
  };
}
