/** A deployment that waits is answered once, held with as few words as it takes, and let go when the service is ready. */
import { saveBaseline } from '../../src/infra/db/baselines.js';
import type { Database } from '../../src/infra/db/database.js';
import { askedGates, waitingGates } from '../../src/infra/db/deployment-gates.js';
import { saveHead, type Head } from '../../src/infra/db/heads.js';
import { endHistoryScan } from '../../src/infra/db/history-scans.js';
import { saveInstallation, saveRepositories } from '../../src/infra/db/installations.js';
import { savePolicy } from '../../src/infra/db/policies.js';
import { NotFound, Transient, Unprocessable } from '../../src/infra/github/errors.js';
import type { Commit, Comparison, GitHub, WaitingRun } from '../../src/infra/github/gateway.js';
import { readPolicy } from '../../src/domain/policy/index.js';
import {
  type DeploymentEvent,
  deploymentFailed,
  judgeDeployment,
  receiveDeployment,
  requestDeployments,
} from '../../src/flows/deployments.js';
import { waitingDeployments } from '../../src/flows/waiting-deployments.js';
import { awsKeyPair } from '../../src/cli/_demo/samples.js';
import { onPglite } from '../support/databases.js';
import { commitOf, flowContext, NOW, REPOSITORY, sha } from '../support/flow-context.js';

const databases = onPglite();
const [A, B, C] = [sha('a'), sha('b'), sha('c')];
const RUN = 77;
const RUNS = 'https://api.github.com/repos/harbour/quay/actions/runs';
const CALL = { method: 'POST', route: '/' };
const ENFORCED = 'gates: { deployments: { mode: enforce } }';
const NO_ISSUE = 'issues are switched off in it';
let db: Database;

beforeEach(async () => {
  db = await databases.fresh();
  const facts = { private: true, fork: false, archived: false, hasIssues: true, defaultBranch: 'main' };
  await saveRepositories(db.kysely, [{ ...REPOSITORY, ...facts, installationId: 3 }]);
  const issue = { number: 1, nodeId: 'I_1' };
  await saveBaseline(db.kysely, REPOSITORY.id, NOW, { issue, absentBecause: null });
});

interface Scene {
  /** Where the deployed commit is, seen from the default branch. */
  readonly status?: Comparison['status'];
  /** From the deployed commit backwards, by first parents. */
  readonly line?: readonly string[];
  /** What a commit brings. */
  readonly text?: string;
  readonly readError?: Error;
  readonly refusal?: Error;
  readonly runs?: readonly WaitingRun[];
  readonly pending?: readonly string[];
}

function world({ status = 'ahead', line = [], text = 'clean\n', ...scene }: Scene = {}) {
  const said: string[] = [];
  const comments: string[] = [];
  const looked: string[] = [];
  const say = (state: string, environment: string, comment: string) => {
    if (scene.refusal) throw scene.refusal;
    said.push(`${state} ${environment}`);
    comments.push(comment);
  };
  const deployments: GitHub['deployments'] = {
    review: async (_, __, { environment, state, comment }) => say(state, environment, comment),
    report: async (_, __, { environment, comment }) => say('told', environment, comment),
    async *waiting() {
      yield* scene.runs ?? [];
    },
    pending: async () => scene.pending ?? ['production'],
  };
  const commits = {
    compare: async () => {
      if (scene.readError) throw scene.readError;
      return { status };
    },
    async *reachable() {
      yield* line.map((each, index) => ({ sha: each, parents: line.slice(index + 1, index + 2) }) as unknown as Commit);
    },
  } as unknown as GitHub['commits'];
  const changes = {
    async *push() {
      yield* [];
    },
    async *between(_: unknown, base: string, head: string) {
      looked.push(`${base.slice(0, 4)}...${head.slice(0, 1)}`);
      yield* commitOf(head, 'a.txt', text);
    },
    async *history() {
      yield* [];
    },
    commit: () => Promise.reject(new Error('nobody asks for one commit')),
  };
  const { context, jobs } = flowContext(db, { changes, github: { deployments, commits } });
  return { context, jobs, said, comments, looked };
}

const asked: DeploymentEvent = {
  repository: REPOSITORY,
  environment: 'production',
  callback: `${RUNS}/${RUN}/deployment_protection_rule`,
  deploymentId: 5,
  sha: B,
};

async function policy(text: string): Promise<void> {
  const read = readPolicy(text, null, new Map());
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const stored = { fileSha: text, good: read.value, problems: [], readAt: NOW };
  await savePolicy(db.kysely, { scope: 'organisation', id: 3 }, stored);
}

const judged = (of: string, more: Partial<Head> = {}): Head => {
  const { engine } = flowContext(db, {}).context;
  const nothing = { follows: null, commits: 1, files: 1, sightings: [], unseen: [], standing: null };
  return { sha: of, engineVersion: engine.version, ...nothing, ...more };
};
const keep = (head: Head) => saveHead(db.kysely, REPOSITORY.id, head, NOW);
const stillWaiting = async () => (await waitingGates(db.kysely, REPOSITORY.id)).length;
const notReady = () => saveBaseline(db.kysely, REPOSITORY.id, NOW, { absentBecause: NO_ISSUE, issue: null });
const STRICT = 'gates: { deployments: { mode: enforce }, launch: { when_unable: failure } }';

describe('the answer', () => {
  test.each<[string, string, Partial<DeploymentEvent>, string]>([
    ['is yes where all is well', ENFORCED, {}, 'approved production'],
    ['is yes where the gate is off', 'gates: { deployments: { mode: off } }', {}, 'approved production'],
    ['is yes where no pattern names the environment', ENFORCED, { environment: 'staging' }, 'approved staging'],
  ])('%s', async (_, text, more, expected) => {
    await policy(text);
    const { context, said } = world();
    await receiveDeployment({ ...asked, ...more }, context);
    expect(said).toEqual([expected]);
    expect(await stillWaiting()).toBe(0);
  });

  test('is on record, and given once however often the webhook comes', async () => {
    await policy(ENFORCED);
    const { context, said } = world();
    await receiveDeployment(asked, context);
    await receiveDeployment(asked, context);
    expect(said).toEqual(['approved production']);
    const { kind, subject, data } = await db.kysely.selectFrom('journal').selectAll().executeTakeFirstOrThrow();
    expect([kind, subject, data]).toEqual([
      'deployment.approved',
      'deployment:77',
      { environment: 'production', sha: B },
    ]);
  });

  test('is given anew when the run is run again', async () => {
    const { context, said } = world();
    await receiveDeployment(asked, context);
    await receiveDeployment({ ...asked, deploymentId: 6 }, context);
    expect(said).toHaveLength(2);
  });

  test('goes nowhere that the payload names', async () => {
    const { context, said } = world();
    for (const callback of [
      asked.callback.replace('api.github.com', 'evil.example'),
      asked.callback.replace('quay', 'pier'),
    ])
      await receiveDeployment({ ...asked, callback }, context);
    expect(said).toEqual([]);
    expect(await askedGates(db.kysely, REPOSITORY.id)).toEqual([]);
  });

  test.each<[string, Error]>([
    ['cancelled', new NotFound('gone', CALL)],
    ['approved by somebody', new Unprocessable(CALL, [])],
  ])('to a run that was %s meanwhile is no trouble', async (_, refusal) => {
    const { context } = world({ refusal, pending: [] });
    await receiveDeployment(asked, context);
    expect(await stillWaiting()).toBe(0);
    expect(await db.kysely.selectFrom('journal').selectAll().execute()).toEqual([]);
  });

  test('that GitHub does not take, though the deployment waits, is not counted as given', async () => {
    await receiveDeployment(asked, world({ refusal: new Unprocessable(CALL, []) }).context);
    expect(await stillWaiting()).toBe(1);
    const { context, said } = world();
    await judgeDeployment({ repository: REPOSITORY, runId: RUN }, context);
    expect([said, await stillWaiting()]).toEqual([['approved production'], 0]);
  });

  test('that GitHub did not hear is given again', async () => {
    const refusal = new Transient('answered 502', CALL, {}, true);
    await expect(receiveDeployment(asked, world({ refusal }).context)).rejects.toBe(refusal);
    const { context, said } = world();
    await receiveDeployment(asked, context);
    expect(said).toEqual(['approved production']);
  });
});

describe('a deployment that is held', () => {
  test('is told once, and released when the service is ready', async () => {
    await policy(STRICT);
    await notReady();
    const { context, said, comments, jobs } = world();
    await receiveDeployment(asked, context);
    await receiveDeployment(asked, context);
    expect(said).toEqual(['told production']);
    expect(comments[0]).toContain(NO_ISSUE);
    await requestDeployments(REPOSITORY.id, context);
    expect(jobs.map(({ handler, subject }) => [handler, subject])).toEqual([['judge-deployment', 'deployment:7:77']]);
    await saveBaseline(db.kysely, REPOSITORY.id, NOW, { issue: { number: 1, nodeId: 'I' }, absentBecause: null });
    await judgeDeployment({ repository: REPOSITORY, runId: RUN }, context);
    expect(said).toEqual(['told production', 'approved production']);
    jobs.length = 0;
    await requestDeployments(REPOSITORY.id, context);
    expect(jobs).toEqual([]);
  });

  test('hears of every change, nine times at most, and is let go all the same', async () => {
    await policy(STRICT);
    const { context, said } = world();
    for (let n = 0; n < 12; n += 1) {
      await saveBaseline(db.kysely, REPOSITORY.id, NOW, { absentBecause: `reason ${n}`, issue: null });
      const clock = { now: () => new Date(NOW.getTime() + n * 600_000) };
      await receiveDeployment(asked, { ...context, clock });
    }
    expect(said).toHaveLength(9);
    await policy('gates: { deployments: { mode: observe } }');
    await judgeDeployment({ repository: REPOSITORY, runId: RUN }, context);
    expect(said.at(-1)).toBe('approved production');
  });

  test('hears of changes in a row together, ten minutes later', async () => {
    await policy(STRICT);
    const { context, said, jobs } = world();
    for (const because of ['one', 'two', 'three']) {
      await saveBaseline(db.kysely, REPOSITORY.id, NOW, { absentBecause: because, issue: null });
      await receiveDeployment(asked, context);
    }
    expect(said).toEqual(['told production']);
    expect(new Set(jobs.map(({ key, runAt }) => `${key} ${runAt?.toISOString()}`))).toEqual(
      new Set(['judge-deployment:7:77 2026-11-22T10:10:00.000Z']),
    );
  });

  test('and cancelled meanwhile is not told again', async () => {
    await policy(STRICT);
    await notReady();
    const { context } = world({ refusal: new Unprocessable(CALL, []), pending: [] });
    await receiveDeployment(asked, context);
    expect(await stillWaiting()).toBe(0);
  });

  test('for 29 days hears when GitHub gives it up', async () => {
    await policy(STRICT);
    await notReady();
    const { context, comments } = world();
    await receiveDeployment(asked, context);
    const later = { ...context, clock: { now: () => new Date('2026-12-21T10:00:00Z') } };
    await judgeDeployment({ repository: REPOSITORY, runId: RUN }, later);
    expect(comments[1]).toContain('GitHub gives this deployment up on 2026-12-22');
  });
});

describe('secrets of what is deployed', () => {
  const leak = `aws_access_key_id = ${awsKeyPair().id}\n`;

  test('are looked up where its head was judged', async () => {
    await policy(ENFORCED);
    await keep(judged(B, { unseen: [{ what: 'big.bin', reason: 'over 100 MB' }] }));
    const { context, said, comments, looked } = world();
    await receiveDeployment(asked, context);
    expect([said, looked]).toEqual([['told production'], []]);
    expect(comments[0]).toContain('big.bin');
  });

  test.each<[string, Scene, string]>([
    ['a branch nobody told of, from the default branch on', { status: 'diverged' }, 'main...b'],
    ['one that shares no history with it', { readError: new NotFound('no', CALL) }, 'main...b'],
    ['the default branch, from the last judged commit on', { status: 'identical', line: [B, A, C] }, 'cccc...b'],
  ])('are looked for: %s', async (_, scene, range) => {
    await policy(ENFORCED);
    await keep(judged(C));
    const { context, said, comments, looked } = world({ ...scene, text: leak });
    await receiveDeployment(asked, context);
    expect([looked, said]).toEqual([[range], ['told production']]);
    expect(comments[0]).toMatch(/\/baseline rotated [0-9a-f]{8}/);
  });

  test('what was merged says nothing of the branch it was merged into: only first parents count', async () => {
    await policy(ENFORCED);
    await keep(judged(A));
    await keep(judged(C));
    const merge = [
      { sha: B, parents: [sha('d'), A] },
      { sha: A, parents: [C] },
      { sha: sha('d'), parents: [C] },
      { sha: C, parents: [] },
    ];
    const { context, looked } = world({ status: 'identical' });
    const reachable = async function* () {
      yield* merge as unknown as Commit[];
    };
    const github = { ...context.github, commits: { ...context.github.commits, reachable } };
    await receiveDeployment(asked, { ...context, github });
    expect(looked).toEqual(['cccc...b']);
  });

  test('other rules look again', async () => {
    await policy(ENFORCED);
    await keep(judged(B, { engineVersion: 'before' }));
    const { context, looked } = world();
    await receiveDeployment(asked, context);
    expect(looked).toEqual(['main...b']);
  });

  test('of a commit from before us: only a reading of the history that began later lets it go', async () => {
    await policy(ENFORCED);
    const { context, said, jobs } = world({ status: 'behind', line: [B, A] });
    const { version: engineVersion } = context.engine;
    const end = { engineVersion, keyId: 'k', commits: 2, found: 0, unseen: [] };
    const reading = (coversUntil: Date) => endHistoryScan(db.kysely, REPOSITORY.id, { ...end, coversUntil }, NOW);
    await receiveDeployment(asked, context);
    expect([said, jobs.map(({ handler }) => handler)]).toEqual([['told production'], ['scan-history']]);
    await reading(new Date(NOW.getTime() - 1));
    await judgeDeployment({ repository: REPOSITORY, runId: RUN }, context);
    expect(said).toEqual(['told production']);
    await reading(NOW);
    await judgeDeployment({ repository: REPOSITORY, runId: RUN }, context);
    expect(said).toEqual(['told production', 'approved production']);
  });

  test.each<[string, string, boolean, string]>([
    ['held, and told that another try follows', ENFORCED, false, 'told production'],
    ['held at the end of all tries', ENFORCED, true, 'told production'],
    [
      'never refused for that',
      'gates: { deployments: { mode: enforce, when_not_ready: reject } }',
      true,
      'told production',
    ],
    [
      'let go at once where the gate only tells',
      'gates: { deployments: { mode: warn } }',
      false,
      'approved production',
    ],
  ])('that could not be read: %s', async (_, text, isOver, expected) => {
    await policy(text);
    const { context, said, comments } = world();
    const error = new Transient('answered 502', CALL, {}, false);
    await deploymentFailed(asked, { error, isOver }, context);
    expect(said).toEqual([expected]);
    expect(comments[0]).toContain('GitHub did not answer as it should');
  });
});

describe('without a webhook', () => {
  const startedAt = new Date('2026-11-21T10:00:00Z');
  const run = { id: RUN, headSha: B, startedAt };
  let spent: number;
  const look = (isPushedTo: boolean) => {
    spent = 0;
    const spend = (requests: number) => {
      spent += requests;
    };
    return { isPushedTo, spend };
  };
  beforeEach(async () => {
    const installation = { id: 3, account: 'harbour', accountType: 'Organization', events: [], suspendedAt: null };
    await saveInstallation(db.kysely, { ...installation, permissions: { deployments: 'write' } });
  });

  test('what waits is found and answered, two requests for one run', async () => {
    const { context, said } = world({ runs: [run] });
    const jobs = await waitingDeployments(REPOSITORY, look(true), context);
    expect([jobs.map(({ data }) => data), spent]).toEqual([[{ repository: REPOSITORY, runId: RUN }], 2]);
    await judgeDeployment({ repository: REPOSITORY, runId: RUN }, context);
    expect(said).toEqual(['approved production']);
    expect(await waitingDeployments(REPOSITORY, look(false), context)).toEqual([]);
  });

  test('one that was answered and run again is found', async () => {
    await receiveDeployment(asked, world().context);
    const again = { ...run, startedAt: new Date(NOW.getTime() + 1) };
    const { context } = world({ runs: [again] });
    expect(await waitingDeployments(REPOSITORY, look(false), context)).toHaveLength(1);
    expect(await stillWaiting()).toBe(1);
  });

  test('a second environment of a run that was answered is found', async () => {
    await receiveDeployment(asked, world().context);
    const { context } = world({ runs: [run], pending: ['production', 'production-eu'] });
    await waitingDeployments(REPOSITORY, look(false), context);
    expect((await waitingGates(db.kysely, REPOSITORY.id)).map(({ environment }) => environment)).toEqual([
      'production-eu',
    ]);
  });

  test('what is over is forgotten', async () => {
    await policy(STRICT);
    await notReady();
    const { context } = world({ pending: [] });
    await receiveDeployment(asked, context);
    expect(await waitingDeployments(REPOSITORY, look(false), context)).toEqual([]);
    expect(await stillWaiting()).toBe(0);
  });

  test('what waits in a run that GitHub does not list, for another job of it is under way, is not forgotten', async () => {
    await policy(STRICT);
    await notReady();
    const { context } = world();
    await receiveDeployment(asked, context);
    expect(await waitingDeployments(REPOSITORY, look(false), context)).toHaveLength(1);
    expect([await stillWaiting(), spent]).toEqual([1, 2]);
  });

  test.each<[string, Readonly<Record<string, string>>, boolean]>([
    ['without the permission', { checks: 'write' }, true],
    ['where none ever waited and nobody pushed', { deployments: 'write' }, false],
  ])('nothing is asked %s', async (_, permissions, isPushedTo) => {
    const installation = { id: 3, account: 'harbour', accountType: 'Organization', events: [], suspendedAt: null };
    await saveInstallation(db.kysely, { ...installation, permissions });
    const { context } = world({ runs: [run] });
    expect(await waitingDeployments(REPOSITORY, look(isPushedTo), context)).toEqual([]);
    expect(spent).toBe(0);
  });
});
