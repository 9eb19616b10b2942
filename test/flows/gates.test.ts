/** Which heads get which check, what they say under the policy, and that they end whatever fails inside. */
import { announceChecks, postWatched } from '../../src/flows/announce-checks.js';
import { judgePush, pushFailed, type PushEvent } from '../../src/flows/judge-push.js';
import { judgePullRequest } from '../../src/flows/judge-pull-request.js';
import { postLaunch } from '../../src/flows/launch-check.js';
import { bothFailed, type Failure } from '../../src/flows/say-failed.js';
import { saveBaseline } from '../../src/infra/db/baselines.js';
import type { Database } from '../../src/infra/db/database.js';
import { saveInstallation, saveRepositories } from '../../src/infra/db/installations.js';
import { savePolicy } from '../../src/infra/db/policies.js';
import { Conflict, Forbidden, GitFailed, Transient } from '../../src/infra/github/errors.js';
import type { CheckRunContent, CommitStatus, GitHub } from '../../src/infra/github/gateway.js';
import { readPolicy } from '../../src/domain/policy/index.js';
import { onPglite } from '../support/databases.js';
import { checksInMemory, commitOf, flowContext, NOW, REPOSITORY, sha } from '../support/flow-context.js';

const databases = onPglite();
const [A, B] = [sha('a'), sha('b')];
let db: Database;
beforeEach(async () => {
  db = await databases.fresh();
  await saveRepositories(db.kysely, [
    {
      ...REPOSITORY,
      installationId: 3,
      private: true,
      fork: false,
      archived: false,
      hasIssues: true,
      defaultBranch: 'main',
    },
  ]);
});

/** `statuses` throws what is given, `main` is where the default branch stands, or why that cannot be said. */
function world({ statusError, main = A }: { statusError?: Error; main?: string | Error } = {}) {
  const { checks, runs } = checksInMemory();
  const create = checks.create;
  const named = new Map<string, number>();
  checks.create = async (repo, key, content) => {
    const run = await create(repo, key, content);
    named.set(`${key.name}@${key.headSha.slice(0, 1)}`, run.id);
    return run;
  };
  const said: CommitStatus[] = [];
  const statuses: GitHub['statuses'] = {
    create: async (_, __, status) => {
      if (statusError) throw statusError;
      said.push(status);
    },
  };
  const commits = {
    get: async () => {
      if (main instanceof Error) throw main;
      return { sha: main };
    },
  } as unknown as GitHub['commits'];
  const changes = {
    async *push(_: unknown, { after }: { after: string }) {
      yield* commitOf(after, 'a.txt', 'clean\n');
    },
    async *between(_: unknown, __: string, head: string) {
      yield* commitOf(head, 'a.txt', 'clean\n');
    },
    async *history() {
      yield* [];
    },
  };
  const { context, jobs } = flowContext(db, { changes, github: { checks, statuses, commits } });
  const conclusions = () =>
    Object.fromEntries([...named].map(([name, id]) => [name, conclusionOf(runs.get(id))]).sort());
  const textOf = (name: string) => runs.get(named.get(name) ?? 0)?.output;
  return { context, jobs, said, conclusions, textOf };
}

const conclusionOf = (run: CheckRunContent | undefined) => (run?.status === 'completed' ? run.conclusion : run?.status);

async function policy(text: string): Promise<void> {
  const read = readPolicy(text, null, new Map());
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const stored = { fileSha: 'x', good: read.value, problems: [], readAt: NOW };
  await savePolicy(db.kysely, { scope: 'organisation', id: 3 }, stored);
}

const push = (ref: string, more: Partial<PushEvent> = {}): PushEvent => ({
  repository: REPOSITORY,
  defaultBranch: 'main',
  ref,
  before: A,
  after: B,
  created: false,
  deleted: false,
  forced: false,
  commits: [B],
  ...more,
});

const openIssue = () =>
  saveBaseline(db.kysely, REPOSITORY.id, NOW, { issue: { number: 1, nodeId: 'n' }, absentBecause: null });

test.each<[string, string, string, readonly string[]]>([
  ['the default branch', 'version: 1', 'refs/heads/main', ['seaworthy/launch@b', 'seaworthy/secrets@b']],
  ['another branch', 'version: 1', 'refs/heads/topic', ['seaworthy/secrets@b']],
  [
    'a branch that a pattern names',
    'gates: { branches: ["release/*"] }',
    'refs/heads/release/1',
    ['seaworthy/launch@b', 'seaworthy/secrets@b'],
  ],
  ['a tag of the name of a branch', 'version: 1', 'refs/tags/main', ['seaworthy/secrets@b']],
])('a push to %s gets its checks', async (_, text, ref, expected) => {
  await policy(text);
  const { context, conclusions } = world();
  await judgePush(push(ref), context);
  expect(Object.keys(conclusions())).toEqual(expected);
});

test('a pull request into any branch gets both', async () => {
  const { context, conclusions } = world();
  const event = { repository: REPOSITORY, head: B, base: { ref: 'topic', sha: A }, defaultBranch: 'main' };
  await judgePullRequest(event, context);
  expect(Object.keys(conclusions())).toEqual(['seaworthy/launch@b', 'seaworthy/secrets@b']);
});

test.each<[string, string]>([
  ['gates: { launch: { mode: off } }', 'skipped'],
  ['gates: { launch: { mode: observe } }', 'success'],
  ['gates: { launch: { mode: enforce } }', 'success'],
])('with nothing in the way, %s is %s', async (text, conclusion) => {
  await openIssue();
  await policy(text);
  const { context, conclusions } = world();
  await postLaunch(REPOSITORY, B, context);
  expect(conclusions()).toEqual({ 'seaworthy/launch@b': conclusion });
});

test('readiness is told for the day: the ramp is said before, and enforced from it on', async () => {
  await saveBaseline(db.kysely, REPOSITORY.id, NOW, { absentBecause: 'issues are switched off in it' });
  await policy('gates: { launch: { mode: observe, enforce_from: 2026-12-01, when_unable: failure } }');
  const { context, conclusions, textOf } = world();
  await postLaunch(REPOSITORY, B, context);
  expect(conclusions()).toEqual({ 'seaworthy/launch@b': 'neutral' });
  expect(textOf('seaworthy/launch@b')?.summary).toContain('Observed only until 2026-12-01, then required on `main`.');
  const then = { ...context, clock: { now: () => new Date('2026-12-01T00:00:00Z') } };
  await postLaunch(REPOSITORY, B, then);
  expect(conclusions()).toEqual({ 'seaworthy/launch@b': 'failure' });
});

describe('a repository that is new to us', () => {
  test('has both checks put on the head of its default branch, in the order of that head', async () => {
    await openIssue();
    const { context, jobs, conclusions, textOf } = world();
    await announceChecks(REPOSITORY, context);
    expect(jobs.map(({ handler, subject }) => `${handler} ${subject}`)).toEqual([
      `watch-head head:7:${A}`,
      `judge-launch head:7:${A}`,
    ]);
    await postWatched(REPOSITORY, A, context);
    expect(conclusions()).toEqual({ 'seaworthy/secrets@a': 'success' });
    expect(textOf('seaworthy/secrets@a')?.title).toBe('Watching from here on');
  });

  test('and is empty: there is nothing to put them on', async () => {
    const { context, jobs } = world({ main: new Conflict('empty', { method: 'GET', route: '/' }) });
    await announceChecks(REPOSITORY, context);
    expect(jobs).toEqual([]);
  });

  test('keeps what a push said of its head, whichever comes first', async () => {
    const { context, textOf } = world();
    await postWatched(REPOSITORY, B, context);
    await judgePush(push('refs/heads/main'), context);
    await postWatched(REPOSITORY, B, context);
    expect(textOf('seaworthy/secrets@b')?.title).toBe('No secrets in 1 commit, 1 file');
  });
});

describe('when a head cannot be judged', () => {
  const call = { method: 'GET', route: '/repos/{owner}/{repo}/commits/{ref}' };
  const error = new Transient('answered 502', call, {}, false);
  const head = { repository: REPOSITORY, sha: B };
  const over = (what: unknown): Failure => ({ error: what, isOver: true });

  test.each<[string, unknown, string]>([
    ['GitHub is away', error, 'GitHub did not answer as it should'],
    ['git cannot fetch', new GitFailed('fetch', 'size', ''), 'git fetch: more data than allowed'],
    [
      'a permission is missing',
      new Forbidden('a permission is missing', call, {}, 'permission', 'contents=read'),
      'Seaworthy lacks a permission (`contents=read`): an administrator accepts it',
    ],
    ['the scan breaks', new TypeError('a value: hunter2'), 'Seaworthy failed; whoever runs it finds the reason'],
  ])('secrets fails closed and says why: %s', async (_, what, expected) => {
    await openIssue();
    const { context, conclusions, textOf } = world();
    await bothFailed(head, over(what), context);
    expect(conclusions()).toEqual({ 'seaworthy/launch@b': 'success', 'seaworthy/secrets@b': 'failure' });
    const summary = textOf('seaworthy/secrets@b')?.summary;
    expect(summary).toContain(expected);
    expect(summary).not.toContain('hunter2');
  });

  test.each<[string, string]>([
    ['gates: { launch: { mode: enforce } }', 'neutral'],
    ['gates: { launch: { mode: enforce, when_unable: failure } }', 'failure'],
    ['gates: { launch: { mode: off } }', 'skipped'],
  ])('readiness that cannot be told either is as the policy says: %s', async (text, conclusion) => {
    await policy(text);
    const { context, conclusions, textOf } = world();
    // What the service is cannot be read: its catalogue is broken.
    const broken = { ...context, checklists: null as unknown as typeof context.checklists };
    await bothFailed(head, over(error), broken);
    expect(conclusions()).toMatchObject({ 'seaworthy/launch@b': conclusion });
    if (conclusion !== 'skipped')
      expect(textOf('seaworthy/launch@b')?.title).toBe('Not known: readiness could not be told');
  });

  test('while tries follow, the check is in progress; it ends with the try that works', async () => {
    const { context, conclusions, textOf } = world();
    await pushFailed(push('refs/heads/main'), { error, isOver: false }, context);
    expect(conclusions()).toEqual({ 'seaworthy/secrets@b': 'in_progress' });
    expect(textOf('seaworthy/secrets@b')?.summary).toContain('Another try follows by itself');
    await judgePush(push('refs/heads/main'), context);
    expect(conclusions()).toEqual({ 'seaworthy/launch@b': 'neutral', 'seaworthy/secrets@b': 'success' });
  });

  test('a push elsewhere says nothing of readiness, one of a tag nothing at all', async () => {
    const { context, conclusions } = world();
    await pushFailed(push('refs/tags/v1'), over(error), context);
    expect(conclusions()).toEqual({});
    await pushFailed(push('refs/heads/topic'), over(error), context);
    expect(conclusions()).toEqual({ 'seaworthy/secrets@b': 'failure' });
  });

  test('a job that was given up while it ran says nothing any more', async () => {
    const { context, conclusions } = world();
    const signal = AbortSignal.abort(new Error('No end'));
    await expect(judgePush(push('refs/heads/main'), { ...context, signal })).rejects.toThrow('No end');
    expect(conclusions()).toEqual({});
  });
});

describe('commit statuses', () => {
  test('are not set unless the policy asks for them', async () => {
    const { context, said } = world();
    await judgePush(push('refs/heads/main'), context);
    expect(said).toEqual([]);
  });

  test('follow the checks, once for each change of what passes', async () => {
    await policy('gates: { statuses: true }');
    const { context, said } = world();
    const error = new TypeError('broken');
    await pushFailed(push('refs/heads/main'), { error, isOver: true }, context);
    await judgePush(push('refs/heads/main'), context);
    await judgePush(push('refs/heads/main'), context);
    expect(said.map(({ context: name, state }) => `${name} ${state}`)).toEqual([
      'seaworthy/secrets failure',
      'seaworthy/launch success',
      'seaworthy/secrets success',
    ]);
  });

  test.each<[string, Record<string, string>, number]>([
    ['as GitHub answers', { statuses: 'write' }, 1],
    ['as we know beforehand', { checks: 'write' }, 0],
  ])('without the permission it is logged once, and the checks stand: %s', async (_, permissions) => {
    await policy('gates: { statuses: true }');
    const installation = { id: 3, account: 'harbour', accountType: 'Organization', events: [], suspendedAt: null };
    await saveInstallation(db.kysely, { ...installation, permissions });
    const forbidden = new Forbidden('missing', { method: 'POST', route: '/' }, {}, 'permission');
    const { context, conclusions } = world({ statusError: forbidden });
    const warned: unknown[] = [];
    const log = { ...context.log, warn: (...line: unknown[]) => void warned.push(line) };
    await judgePush(push('refs/heads/main'), { ...context, log } as typeof context);
    expect(Object.values(conclusions())).toEqual(['neutral', 'success']);
    expect(warned).toHaveLength(1);
  });
});
