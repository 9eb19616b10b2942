/** Which heads get which check, what they say under the policy, and that they end whatever fails inside. */
import { awsKeyPair } from '../../src/cli/_demo/samples.js';
import { announceChecks, postWatched } from '../../src/flows/announce-checks.js';
import { judgeHeads } from '../../src/flows/judge-heads.js';
import { judgeMergeGroup } from '../../src/flows/judge-merge-group.js';
import { judgePush, pushFailed, type PushEvent } from '../../src/flows/judge-push.js';
import { judgePullRequest } from '../../src/flows/judge-pull-request.js';
import { postLaunch } from '../../src/flows/launch-check.js';
import { scanChanges } from '../../src/flows/scan-changes.js';
import { bothFailed, type Failure } from '../../src/flows/say-failed.js';
import { saveBaseline } from '../../src/infra/db/baselines.js';
import type { Database } from '../../src/infra/db/database.js';
import { type Head, saveHead } from '../../src/infra/db/heads.js';
import { saveDefaultHead, saveInstallation, saveRepositories } from '../../src/infra/db/installations.js';
import { savePolicy } from '../../src/infra/db/policies.js';
import { Forbidden, GitFailed, Transient } from '../../src/infra/github/errors.js';
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

interface World {
  readonly statusError?: Error;
  readonly main?: string | null;
  /** Of a commit that is asked for alone. */
  readonly parents?: readonly string[];
  /** Of the file that every commit brings. */
  readonly text?: string;
}

/** `statuses` throws what is given, `main` is where the default branch stands; null where there is none. */
function world({ statusError, main = A, parents = [], text = 'clean\n' }: World = {}) {
  const asked: string[] = [];
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
  const repositories = { headOf: async () => main } as unknown as GitHub['repositories'];
  const changes = {
    async *push(_: unknown, { after }: { after: string }) {
      yield* commitOf(after, 'a.txt', text);
    },
    async *between(_: unknown, start: string, head: string) {
      asked.push(`${start.slice(0, 4)}...${head.slice(0, 1)}`);
      yield* commitOf(head, 'a.txt', text);
    },
    async *history() {
      yield* [];
    },
    commit: async (_: unknown, head: string) => {
      asked.push(`commit ${head.slice(0, 1)}`);
      return { parents, changes: changes.push(_, { after: head }) };
    },
  };
  const { context, jobs } = flowContext(db, { changes, github: { checks, statuses, repositories } });
  const conclusions = () =>
    Object.fromEntries([...named].map(([name, id]) => [name, conclusionOf(runs.get(id))]).sort());
  const textOf = (name: string) => runs.get(named.get(name) ?? 0)?.output;
  return { context, jobs, said, asked, conclusions, textOf };
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

test.each([
  ['is read once', false, []],
  ['is read again when commits were purged from the default branch', true, ['main...c', 'aaaa...c']],
])('a head that a pull request brings %s', async (_, forced, expected) => {
  const { context, asked } = world();
  const event = { repository: REPOSITORY, head: sha('c'), base: { ref: 'main', sha: A }, defaultBranch: 'main' };
  await judgePullRequest(event, context);
  await judgePush(push('refs/heads/main', { forced }), context);
  asked.length = 0;
  await judgePullRequest(event, context);
  expect(asked).toEqual(expected);
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

describe('a merge group', () => {
  const [GROUP, PULL, LATER] = [sha('c'), sha('d'), sha('e')];
  const known = (over: Partial<Head> = {}) =>
    saveHead(
      db.kysely,
      REPOSITORY.id,
      {
        ...{ sha: PULL, follows: null, engineVersion: world().context.engine.version, commits: 1, files: 1 },
        ...{ sightings: [], unseen: [], standing: null },
        ...over,
      },
      NOW,
    );
  const event = { repository: REPOSITORY, head: GROUP, base: { ref: 'main', sha: A }, defaultBranch: 'main' };
  const isMain = (at = A) => saveDefaultHead(db.kysely, REPOSITORY.id, at);

  test('is read itself, and goes on from the head that it merges', async () => {
    await isMain();
    await known();
    const { context, asked, conclusions } = world({ parents: [A, PULL] });
    await judgeMergeGroup(event, context);
    expect(asked).toEqual(['commit c']);
    expect(conclusions()).toEqual({ 'seaworthy/launch@c': 'neutral', 'seaworthy/secrets@c': 'success' });
  });

  test('fails for what the merged head carries, for what could not be seen there, and for what it brings itself', async () => {
    await isMain();
    await known({ unseen: [{ what: 'big.bin', reason: 'over 100 MB' }] });
    const unseen = world({ parents: [A, PULL] });
    await judgeMergeGroup(event, unseen.context);
    expect(unseen.conclusions()).toMatchObject({ 'seaworthy/secrets@c': 'failure' });
    await known({ unseen: [] });
    const own = world({ parents: [A, PULL], text: `aws_access_key_id = ${awsKeyPair().id}\n` });
    await judgeMergeGroup({ ...event, head: LATER }, own.context);
    expect(own.conclusions()).toMatchObject({ 'seaworthy/secrets@e': 'failure' });
  });

  test('hears of what is found later on the head that it merges', async () => {
    await isMain();
    await known();
    const { context, jobs } = world({ parents: [A, PULL] });
    await judgeMergeGroup(event, context);
    const [change] = commitOf(PULL, 'a.ini', `aws_access_key_id = ${awsKeyPair().id}\n`);
    if (change === undefined) throw new Error('one change');
    const late = async function* () {
      yield change;
    };
    await scanChanges(REPOSITORY, PULL, late(), null, context);
    expect(jobs.map(({ key }) => key)).toContain(`judge-head:7:${GROUP}`);
  });

  test('that was squashed is read alone', async () => {
    await isMain();
    const { context, asked } = world({ parents: [A] });
    await judgeMergeGroup(event, context);
    expect(asked).toEqual(['commit c']);
  });

  const WHOLE: readonly [string, World['parents'], () => Promise<unknown>, string[]][] = [
    ['merges a head that nobody judged', [A, PULL], () => isMain(), ['commit c', 'main...c', 'aaaa...c']],
    [
      'merges a head that other rules judged',
      [A, PULL],
      async () => {
        await isMain();
        await known({ engineVersion: 'old' });
      },
      ['commit c', 'main...c', 'aaaa...c'],
    ],
    [
      'merges a head that was judged before commits were purged from the default branch',
      [A, PULL],
      async () => {
        await known();
        await judgePush(push('refs/heads/main', { before: B, after: A, commits: [], forced: true }), world().context);
      },
      ['commit c', 'main...c', 'aaaa...c'],
    ],
    [
      'comes after another group',
      [A, PULL],
      async () => {
        await isMain(B);
        await known();
      },
      ['main...c', 'aaaa...c'],
    ],
    [
      'is made of three',
      [A, PULL, B],
      async () => {
        await isMain();
        await known();
      },
      ['commit c', 'main...c', 'aaaa...c'],
    ],
  ];
  test.each(WHOLE)('that %s is read from the default branch on', async (_, parents, given, expected) => {
    await given();
    const { context, asked } = world({ parents: parents ?? [] });
    await judgeMergeGroup(event, context);
    expect(asked).toEqual(expected);
  });

  test('for another branch is read from the default branch on and from that one', async () => {
    await isMain();
    await known();
    const { context, asked } = world({ parents: [A, PULL] });
    await judgeMergeGroup({ ...event, base: { ref: 'release', sha: A } }, context);
    expect(asked).toEqual(['main...c', 'aaaa...c']);
  });

  test('asked for twice is read once', async () => {
    await isMain();
    const { context, asked } = world({ parents: [A] });
    await judgeMergeGroup(event, context);
    await judgeMergeGroup(event, context);
    expect(asked).toEqual(['commit c']);
  });

  test('goes on from where the last push left the default branch', async () => {
    const { context, asked } = world({ parents: [B] });
    await judgePush(push('refs/heads/main'), context);
    await judgeMergeGroup({ ...event, base: { ref: 'main', sha: B } }, context);
    expect(asked).toEqual(['commit c']);
  });
});

test('what could not be read while it was only told is read again when another policy holds', async () => {
  await policy('gates: { secrets: { mode: warn } }');
  const { context, jobs, conclusions } = world();
  const failure: Failure = {
    error: new Forbidden('no', { method: 'GET', route: '/' }, {}, 'permission'),
    isOver: true,
  };
  await pushFailed(push('refs/heads/topic'), failure, context);
  await postWatched(REPOSITORY, A, context);
  expect(conclusions()).toEqual({ 'seaworthy/secrets@a': 'success', 'seaworthy/secrets@b': 'neutral' });
  await judgeHeads(REPOSITORY.id, context);
  expect(jobs.map(({ key }) => key)).toEqual([`run-again:7:${B}`]);
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
    const { context, jobs } = world({ main: null });
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
