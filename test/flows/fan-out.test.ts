/** What happens on open pull requests when readiness changes, when "Re-run" is clicked, and when a button is pressed. */
import { awsKeyPair } from '../../src/cli/_demo/samples.js';
import { fanOut, requestFanOut } from '../../src/flows/fan-out.js';
import { judgeAgain } from '../../src/flows/judge-again.js';
import { judgePush } from '../../src/flows/judge-push.js';
import { knownOf, openPulls } from '../../src/flows/open-pulls.js';
import { beginPassingOn } from '../../src/flows/passed-on.js';
import { postLaunch } from '../../src/flows/launch-check.js';
import { pressButton, pressFailed } from '../../src/flows/press-button.js';
import { repostSecrets } from '../../src/flows/secrets-check.js';
import checkPullRequest from '../../src/handlers/check-pull-request.js';
import openBaseline from '../../src/handlers/open-baseline.js';
import writeIssue from '../../src/handlers/write-issue.js';
import { saveBaseline } from '../../src/infra/db/baselines.js';
import type { Database } from '../../src/infra/db/database.js';
import { savePassedOn } from '../../src/infra/db/fan-outs.js';
import {
  removeInstallation,
  removeRepositories,
  saveRepositories,
  suspendInstallation,
} from '../../src/infra/db/installations.js';
import { beginPullRequests, savePullRequests } from '../../src/infra/db/pull-requests.js';
import { saveServiceSettings } from '../../src/infra/db/services.js';
import { NotFound } from '../../src/infra/github/errors.js';
import type { GitHub, PullRequest } from '../../src/infra/github/gateway.js';
import type { Change } from '../../src/infra/github/changes/change.js';
import { onPglite } from '../support/databases.js';
import { checksInMemory, commitOf, flowContext, NOW, REPOSITORY, sha } from '../support/flow-context.js';

const databases = onPglite();
let db: Database;
beforeEach(async () => {
  db = await databases.fresh();
  const facts = { private: true, fork: false, archived: false, hasIssues: true, defaultBranch: 'main' };
  await saveRepositories(db.kysely, [{ ...REPOSITORY, installationId: 3, ...facts }]);
  await saveBaseline(db.kysely, REPOSITORY.id, NOW, { issue: { number: 1, nodeId: 'I_1' } });
});

const pull = (headSha: string, over: Partial<PullRequest> = {}): PullRequest => ({
  number: 1,
  title: 'Change',
  state: 'open',
  isDraft: false,
  headSha,
  headRef: 'topic',
  headRepositoryId: 7,
  baseSha: sha('0'),
  baseRef: 'main',
  author: null,
  url: '',
  updatedAt: NOW,
  ...over,
});

interface World {
  readonly pulls?: readonly PullRequest[];
  /** By `base...head`. */
  readonly between?: Readonly<Record<string, Change[]>>;
  /** Of the default branch; null where the two share no history. */
  readonly aheadBy?: number | null;
}

function world({ pulls = [], between = {}, aheadBy = 1 }: World = {}) {
  const { checks, runs } = checksInMemory();
  let [writes, listed] = [0, 0];
  const counted: GitHub['checks'] = {
    ...checks,
    create: (...given) => {
      writes += 1;
      return checks.create(...given);
    },
    update: (...given) => {
      writes += 1;
      return checks.update(...given);
    },
  };
  const said: unknown[] = [];
  const github = {
    checks: counted,
    commits: {
      compare: async () => {
        if (aheadBy === null) throw new NotFound('no common ancestor', { method: 'GET', route: '/compare' });
        return { mergeBase: '', status: aheadBy === 0 ? 'identical' : 'ahead', aheadBy, behindBy: 0 };
      },
    },
    repositories: {
      get: async () => ({
        ...REPOSITORY,
        defaultBranch: 'main',
        isFork: false,
        isArchived: false,
        isPrivate: true,
        hasIssues: true,
        topics: [],
        properties: {},
        language: null,
        visibility: 'private',
      }),
      file: async () => null,
    },
    pulls: {
      async *listOpen() {
        listed += 1;
        yield* pulls;
      },
      ofCommit: async (_: unknown, commit: string) => pulls.filter(({ headSha }) => headSha === commit),
    },
  } as unknown as GitHub;
  const changes = {
    async *push(_: unknown, { after }: { after: string }) {
      yield* between[after] ?? [];
    },
    async *between(_: unknown, base: string, head: string) {
      yield* between[`${base}...${head}`] ?? [];
    },
    async *history() {
      yield* [];
    },
    commit: () => Promise.reject(new Error('nobody asks for one commit')),
  };
  const press = async (pressed: unknown) => void said.push(pressed);
  const { context, jobs } = flowContext(db, { github, changes, press });
  return { context, jobs, runs, said, writes: () => writes, listed: () => listed };
}

const kinds = (jobs: readonly { handler: string; key?: string }[]) => jobs.map(({ key }) => key);
const titleOf = (runs: ReturnType<typeof world>['runs']) => [...runs.values()].map(({ output }) => output?.title);

/** `npm run bench -- gates:fan-out` has 500. */
const COUNT = 100;

describe('when readiness changes', () => {
  const asks = async ({ context, jobs }: ReturnType<typeof world>) => {
    jobs.length = 0;
    await requestFanOut(REPOSITORY.id, context);
    return kinds(jobs);
  };
  const blockedBy = (fingerprint: string) =>
    db.pool.query(
      `insert into finding (repository_id, fingerprint, rule_id, title, severity, confidence, preview, state, found_at) values (7, '${fingerprint}', 'r', 'Key', 'HIGH', 'high', 'x', 'open', now())`,
    );

  test('a round is asked for, and again only when the answer is another one', async () => {
    const here = world();
    expect(await asks(here)).toEqual([]);
    await postLaunch(REPOSITORY, sha('a'), here.context);
    expect(await asks(here)).toEqual(['fan-out:7']);
    await fanOut({ repository: REPOSITORY }, here.context);
    expect(await asks(here)).toEqual([]);
    await saveServiceSettings(db.kysely, REPOSITORY.id, NOW, { risk: { level: 'HIGH', because: 'x', by: 'ann' } });
    await blockedBy('f');
    expect(await asks(here)).toEqual(['fan-out:7']);
  });

  test('as much in the way as before, but another thing, is another answer', async () => {
    const here = world();
    await postLaunch(REPOSITORY, sha('a'), here.context);
    await blockedBy('f');
    await fanOut({ repository: REPOSITORY }, here.context);
    expect(await asks(here)).toEqual([]);
    await db.pool.query("update finding set state = 'rotated'");
    await blockedBy('g');
    expect(await asks(here)).toEqual(['fan-out:7']);
  });

  test('a round that never came to its end has told nobody, and is asked for again', async () => {
    const here = world();
    await postLaunch(REPOSITORY, sha('a'), here.context);
    expect(await asks(here)).toEqual(['fan-out:7']);
    expect(await asks(here)).toEqual(['fan-out:7']);
  });

  test('it is also asked for where the issue cannot be written', async () => {
    const here = world();
    await postLaunch(REPOSITORY, sha('a'), here.context);
    const issues = { get: () => Promise.reject(new Error('No permission')) };
    const context = { ...here.context, github: { ...here.context.github, issues } as unknown as GitHub };
    await expect(writeIssue.run({ repositoryId: REPOSITORY.id }, context)).rejects.toThrow('No permission');
    expect(kinds(here.jobs)).toEqual(['fan-out:7']);
  });

  test('of a repository that is gone nobody is told', async () => {
    const here = world();
    await postLaunch(REPOSITORY, sha('a'), here.context);
    await db.pool.query('update repository set removed_at = now()');
    expect(await asks(here)).toEqual([]);
  });

  test('however many are open settle with one write each, newest first and apart, and then with none', async () => {
    const many = Array.from({ length: COUNT }, (_, n) => pull(n.toString(16).padStart(40, '0'), { number: COUNT - n }));
    const { context, jobs, writes } = world({ pulls: many });
    await savePassedOn(db.kysely, REPOSITORY.id, { digest: '', conclusion: 'success' });
    await fanOut({ repository: REPOSITORY }, context);
    expect(kinds(jobs).slice(0, 2)).toEqual([
      `judge-launch:7:${many[0]?.headSha}`,
      `judge-launch:7:${many[1]?.headSha}`,
    ]);
    const times = jobs.map(({ runAt }) => runAt?.getTime() ?? 0);
    expect(times.every((time, n) => n === 0 || time - (times[n - 1] ?? 0) >= 1_000)).toBe(true);
    for (const { headSha } of many) await postLaunch(REPOSITORY, headSha, context);
    await postLaunch(REPOSITORY, sha('0'), context);
    expect(writes()).toBe(COUNT);
    jobs.length = 0;
    await fanOut({ repository: REPOSITORY }, context);
    expect(jobs).toEqual([]);
  });

  test('a branch on which nothing depends is left alone', async () => {
    const { context, jobs } = world({ pulls: [pull(sha('a'), { baseRef: 'topic-of-topics' })] });
    await savePassedOn(db.kysely, REPOSITORY.id, { digest: '', conclusion: 'success' });
    await fanOut({ repository: REPOSITORY }, context);
    expect(jobs).toEqual([]);
  });

  test('the mark on the default branch is renewed with the conclusion, and only then', async () => {
    const { context, jobs } = world();
    await savePassedOn(db.kysely, REPOSITORY.id, { digest: '', conclusion: 'failure' });
    await fanOut({ repository: REPOSITORY }, context);
    expect(kinds(jobs)).toEqual(['announce-checks:7']);
    jobs.length = 0;
    await fanOut({ repository: REPOSITORY }, context);
    expect(jobs).toEqual([]);
  });

  test('where nothing was said yet, nobody is told anew what they will be told first', async () => {
    const here = world();
    await beginPassingOn(REPOSITORY, here.context);
    await postLaunch(REPOSITORY, sha('a'), here.context);
    expect(await asks(here)).toEqual([]);
    await blockedBy('f');
    expect(await asks(here)).toEqual(['fan-out:7']);
    await beginPassingOn(REPOSITORY, here.context);
    expect(await asks(here)).toEqual(['fan-out:7']);
  });
});

describe('open pull requests', () => {
  const told = (state: 'open' | 'closed', second: number, over: object = {}) => ({
    action: state === 'open' ? 'synchronize' : 'closed',
    repository: { ...REPOSITORY, owner: { login: REPOSITORY.owner }, private: true, default_branch: 'main' },
    pull_request: {
      ...{ number: 1, state, updated_at: new Date(NOW.getTime() + second * 1_000).toISOString() },
      ...{ head: { sha: sha('a') }, base: { ref: 'main', sha: sha('0') }, ...over },
    },
  });
  const hears = async ({ context }: ReturnType<typeof world>, ...payloads: readonly object[]) => {
    for (const payload of payloads) {
      const event = checkPullRequest.parse(payload);
      if (event !== null) await checkPullRequest.run(event, context);
    }
  };
  /** Heads that a round has in mind, and how often it asked GitHub for them. */
  const round = async (here: ReturnType<typeof world>, now = NOW) => {
    const before = here.listed();
    const pulls = await openPulls(REPOSITORY, { ...here.context, clock: { now: () => now } });
    return [pulls.map(({ headSha }) => headSha.slice(0, 1)).join(''), here.listed() - before] as const;
  };
  const known = async (pulls: readonly PullRequest[] = []) => {
    const here = world({ pulls });
    await openPulls(REPOSITORY, here.context);
    return here;
  };

  test('are asked for once, and then known from what webhooks tell', async () => {
    const here = world({ pulls: [pull(sha('c'), { number: 2 }), pull(sha('b'))] });
    expect(await round(here)).toEqual(['cb', 1]);
    expect(await round(here)).toEqual(['cb', 0]);
    await hears(here, told('open', 1), told('closed', 2, { number: 2 }));
    expect(await round(here)).toEqual(['a', 0]);
  });

  test('of a repository that was just made nobody asks', async () => {
    const here = world();
    const open = { action: 'created', repository: told('open', 1).repository };
    const { isNew } = openBaseline.parse(open) ?? {};
    expect(isNew).toBe(true);
    await beginPullRequests(db.kysely, REPOSITORY.id);
    await hears(here, told('open', 1));
    expect(await round(here)).toEqual(['a', 0]);
  });

  const AGAIN: readonly [string, number, readonly object[]][] = [
    ['the same once more', 0, [told('open', 5), told('open', 5)]],
    ['an older word after a newer one', 1, [told('open', 5), told('open', 4, { head: { sha: sha('e') } })]],
    ['two heads of one second', 1, [told('open', 5), told('open', 5, { head: { sha: sha('e') } })]],
    ['a push that comes after the closing', 1, [told('closed', 5), told('open', 4)]],
    ['closed twice', 0, [told('closed', 5), told('closed', 5)]],
    ['another base', 0, [told('open', 5), told('open', 6, { base: { ref: 'side', sha: sha('0') } })]],
  ];
  test.each(AGAIN)('%s: GitHub is asked %i times', async (_, times, payloads) => {
    const here = await known();
    await hears(here, ...payloads);
    expect((await round(here))[1]).toBe(times);
  });

  test.each([
    ['forgotten where the list is one page', 1, 'b'],
    ['kept where it is more, of which one may be on none', 101, 'cb'],
  ])('that the next list leaves out are %s', async (_, length, heads) => {
    const here = await known([pull(sha('b')), pull(sha('c'), { number: 200 })]);
    const later = new Date(NOW.getTime() + 60_000);
    const list = Array.from({ length }, (_, index) => knownOf(pull(sha('b'), { number: index + 1 })));
    await savePullRequests(db.kysely, REPOSITORY.id, list, later);
    const [open, asked] = await round(here);
    expect([[...new Set(open)].join(''), asked]).toEqual([heads, 0]);
  });

  test('told of while the list was read are kept', async () => {
    const here = await known();
    await hears(here, told('open', 5));
    await savePullRequests(db.kysely, REPOSITORY.id, [], new Date(NOW.getTime() - 1));
    expect(await round(here)).toEqual(['a', 0]);
  });

  const SILENCE: readonly [string, () => Promise<void>][] = [
    ['taken out and added again', () => removeRepositories(db.kysely, [REPOSITORY.id], NOW)],
    ['of an installation that was suspended', () => suspendInstallation(db.kysely, 3, NOW)],
    ['of an installation that was removed', () => removeInstallation(db.kysely, 3, NOW)],
  ];
  test.each(SILENCE)('of a repository %s are asked for again', async (_, happens) => {
    const here = await known();
    await happens();
    const later = new Date(NOW.getTime() + 60_000);
    expect((await round(here, later))[1]).toBe(1);
    expect((await round(here, later))[1]).toBe(0);
  });

  test('that are closed get no check', async () => {
    const here = world();
    await hears(here, told('closed', 1));
    expect(here.writes()).toBe(0);
  });
});

describe('run again', () => {
  const LEAK = `aws_access_key_id = ${awsKeyPair().id}\n`;
  const HEAD = sha('a');

  test('a pull request is read anew from the default branch on, and said again though it says the same', async () => {
    const between = { [`main...${HEAD}`]: commitOf(HEAD, 'a.txt', 'clean\n') };
    const { context, runs, writes } = world({ pulls: [pull(HEAD)], between });
    await judgeAgain({ repository: REPOSITORY, sha: HEAD }, context);
    expect(titleOf(runs)).toEqual(['No secrets in 1 commit, 1 file', expect.stringContaining('')]);
    const before = writes();
    await judgeAgain({ repository: REPOSITORY, sha: HEAD }, context);
    expect(writes() - before).toBe(2);
  });

  test('what could not be seen is looked at once more', async () => {
    const unseen: Change[] = [
      { kind: 'file', commit: HEAD, path: 'a.txt', blobSha: null, content: { kind: 'unseen', reason: 'too large' } },
      { kind: 'commit', sha: HEAD, files: 1 },
    ] as Change[];
    const between: Record<string, Change[]> = { [`main...${HEAD}`]: unseen };
    const { context, runs } = world({ between });
    await judgeAgain({ repository: REPOSITORY, sha: HEAD }, context);
    expect([...runs.values()][0]).toMatchObject({ conclusion: 'failure' });
    between[`main...${HEAD}`] = commitOf(HEAD, 'a.txt', 'clean\n');
    await judgeAgain({ repository: REPOSITORY, sha: HEAD }, context);
    expect([...runs.values()][0]).toMatchObject({ conclusion: 'success' });
  });

  test('what could not be seen stays so until it was looked at once more', async () => {
    const unseen: Change[] = [
      { kind: 'file', commit: HEAD, path: 'a.txt', blobSha: null, content: { kind: 'unseen', reason: 'too large' } },
      { kind: 'commit', sha: HEAD, files: 1 },
    ] as Change[];
    const { context, runs } = world({ between: { [`main...${HEAD}`]: unseen } });
    await judgeAgain({ repository: REPOSITORY, sha: HEAD }, context);
    const changes = {
      ...context.changes,
      between() {
        throw new Error('GitHub is away');
      },
    };
    await expect(judgeAgain({ repository: REPOSITORY, sha: HEAD }, { ...context, changes })).rejects.toThrow('away');
    await repostSecrets(REPOSITORY, HEAD, context);
    expect([...runs.values()][0]).toMatchObject({ conclusion: 'failure' });
  });

  test('a branch that shares no history with the default branch is read as well', async () => {
    const between = { [`main...${HEAD}`]: commitOf(HEAD, 'a.txt', 'clean\n') };
    const { context, runs } = world({ between, aheadBy: null });
    await judgeAgain({ repository: REPOSITORY, sha: HEAD }, context);
    expect([...runs.values()][0]).toMatchObject({ conclusion: 'success' });
  });

  test('on the default branch nothing that was found is lost, though there is nothing to read it from', async () => {
    const { context, runs } = world({ between: { [HEAD]: commitOf(HEAD, 'a.ini', LEAK) }, aheadBy: 0 });
    const zero = sha('0');
    await judgePush(
      {
        repository: REPOSITORY,
        defaultBranch: 'main',
        ref: 'refs/heads/main',
        before: zero,
        after: HEAD,
        created: true,
        deleted: false,
        forced: false,
        commits: [HEAD],
      },
      context,
    );
    expect([...runs.values()][0]).toMatchObject({ conclusion: 'failure' });
    await judgeAgain({ repository: REPOSITORY, sha: HEAD }, context);
    expect([...runs.values()][0]).toMatchObject({ conclusion: 'failure' });
  });

  test('a look that failed is said, also when a button asked for it; a command that failed says nothing of the head', async () => {
    const { context, runs } = world({ between: { [`main...${HEAD}`]: commitOf(HEAD, 'a.txt', 'clean\n') } });
    await judgeAgain({ repository: REPOSITORY, sha: HEAD }, context);
    const pressed = { repository: REPOSITORY, isPrivate: true, sha: HEAD, by: 'ann', about: '' };
    const failure = { error: new Error('no'), isOver: true };
    await pressFailed({ ...pressed, action: 'false-positive' }, failure, context);
    expect([...runs.values()][0]).toMatchObject({ conclusion: 'success' });
    await pressFailed({ ...pressed, action: 'refresh' }, failure, context);
    expect([...runs.values()][0]).toMatchObject({ conclusion: 'failure' });
  });

  test('a button stands for its command, for the one finding that it was shown for', async () => {
    const { context, said } = world({ between: { [`main...${HEAD}`]: commitOf(HEAD, 'a.ini', LEAK) } });
    await judgeAgain({ repository: REPOSITORY, sha: HEAD }, context);
    const { rows } = await db.pool.query('select fingerprint from finding');
    const about = String(rows[0]?.fingerprint).slice(0, 8);
    const pressed = { repository: REPOSITORY, isPrivate: true, sha: HEAD, by: 'ann', about };
    await pressButton({ ...pressed, about: '00000000', action: 'false-positive' }, context);
    expect(said).toEqual([]);
    await pressButton({ ...pressed, action: 'false-positive' }, context);
    expect(said).toEqual([
      expect.objectContaining({
        by: 'ann',
        issue: 1,
        said: {
          name: 'false-positive',
          args: expect.stringMatching(/^[0-9a-f]{8} because it was marked so on the check of aaaaaaa$/),
        },
      }),
    ]);
    await db.pool.query("update finding set state = 'dismissed'");
    await pressButton({ ...pressed, action: 'false-positive' }, context);
    expect(said).toHaveLength(1);
  });
});
