/** A look at a repository on a real database: what ticks itself, what opens again and is said once, what people see. */
import path from 'node:path';
import { createAnswer } from '../../src/commands/_answer.js';
import { acceptCommand } from '../../src/commands/_command.js';
import { loadFolder } from '../../src/core/load-folder.js';
import { type Checklist, type ItemState, render } from '../../src/domain/checklist/index.js';
import { type Judgement, met, unknown, unmet, urgent } from '../../src/domain/verification/verdict.js';
import { readService, viewOf } from '../../src/flows/service.js';
import { settleIssue } from '../../src/flows/settle-issue.js';
import { verifyRepository } from '../../src/flows/verify-repository.js';
import { itemStates, saveBaseline, saveItemState } from '../../src/infra/db/baselines.js';
import type { Database } from '../../src/infra/db/database.js';
import { saveRepositories } from '../../src/infra/db/installations.js';
import { saveServiceSettings } from '../../src/infra/db/services.js';
import { keptVerdicts } from '../../src/infra/db/verifications.js';
import { approveWaiver, askForWaiver, currentWaivers } from '../../src/infra/db/waivers.js';
import { RateLimited } from '../../src/infra/github/errors.js';
import type { GitHub, Issue } from '../../src/infra/github/gateway.js';
import { item } from '../domain/checklist/support/sample.js';
import { onPglite } from '../support/databases.js';
import { flowContext, NOW, REPOSITORY } from '../support/flow-context.js';

const databases = onPglite();
const answer = createAnswer(await loadFolder(path.resolve('src/commands'), acceptCommand));
const ISSUE = 1;
const EARLIER = '2026-11-20T10:00:00.000Z';
const WHERE = 'https://github.com/harbour/quay/tree/main';
const own = (id: string, verify?: string) => item(id, { satisfies: [], ...(verify === undefined ? {} : { verify }) });
const CHECKLISTS: readonly Checklist[] = [
  {
    name: 'code',
    title: 'Code',
    summary: 'For code.',
    sections: [
      {
        id: 'all',
        title: 'All',
        items: [own('codeowners', 'has-codeowners'), own('licence', 'has-licence'), own('training')],
      },
    ],
  },
];
const MISSING = unmet(
  'there is no `CODEOWNERS` file',
  'Add a line such as `* @harbour/pilots` and ask @harbour/pilots.',
);
let db: Database;

beforeEach(async () => {
  db = await databases.fresh();
  await repository({ private: true });
  await saveBaseline(db.kysely, REPOSITORY.id, NOW, { issue: { number: ISSUE, nodeId: 'node-1' } });
  await saveServiceSettings(db.kysely, REPOSITORY.id, NOW, { used: ['code'] });
});

const repository = (more: { private: boolean; archived?: boolean }) =>
  saveRepositories(db.kysely, [
    { ...REPOSITORY, installationId: 3, fork: false, archived: false, hasIssues: true, defaultBranch: 'main', ...more },
  ]);

/** One open issue with its comments, and verifiers that answer what the test says. */
function world() {
  const said: string[] = [];
  const issue = { state: 'open' as Issue['state'], nodeId: 'node-1', number: ISSUE, body: '' };
  const github = {
    issues: {
      get: async () => issue,
      update: async (_: unknown, _number: number, change: Partial<Issue>) => Object.assign(issue, change),
    },
    comments: {
      async *list() {
        yield* said.map((body, at) => ({ id: at, body, appId: 1 }));
      },
      create: async (_repo: unknown, _issue: unknown, body: string) => ({ id: said.push(body) - 1 }),
      react: async () => undefined,
    },
    repositories: { permission: async () => ({ level: 'write', role: 'write' }) },
    history: { edits: async () => [] },
  } as unknown as GitHub;
  const answers = new Map<string, Judgement>();
  const asked: string[][] = [];
  let isPublic = true;
  const { context, jobs } = flowContext(db, {
    github,
    checklists: CHECKLISTS,
    async verify(_, names) {
      asked.push([...names]);
      const evidence = [{ where: WHERE, at: NOW.toISOString() }];
      return new Map([...answers].map(([name, judgement]) => [name, { ...judgement, evidence, isPublic }]));
    },
  });
  const see = async (name: string, judgement: Judgement, at = NOW) => {
    answers.set(name, judgement);
    await verifyRepository(REPOSITORY, { ...context, clock: { now: () => at } });
  };
  const body = async () => {
    const service = await readService(REPOSITORY.id, context);
    return render(viewOf(REPOSITORY.id, service, context)).body;
  };
  const line = async (id: string) => (await body()).split('\n').find((one) => one.includes(`item=${id} `)) ?? '';
  const say = async (after: string) => {
    const before = said.length;
    const event = { repository: REPOSITORY, isPrivate: true, issue: ISSUE, comment: before, by: 'ann', before: null };
    await answer({ ...event, saidAt: NOW.toISOString(), after }, context);
    return said[before] ?? null;
  };
  return { context, jobs, said, issue, asked, see, line, say, body, settingsOnly: () => (isPublic = false) };
}

const stateOf = async (id: string) => (await itemStates(db.kysely, REPOSITORY.id)).get(id) as ItemState | undefined;
const put = (id: string, state: ItemState) => saveItemState(db.kysely, REPOSITORY.id, id, state, NOW);
const journal = async () =>
  (await db.kysely.selectFrom('journal').select(['kind', 'actor', 'data']).orderBy('seq').execute()).map(
    ({ kind, actor, data }) => ({ kind, actor, ...(data as object) }),
  );
const writes = async () =>
  (await db.kysely.selectFrom('job').select('handler').execute()).map(({ handler }) => handler);

test('an item that is seen to be done ticks itself, with the evidence, once', async () => {
  const { see, line, asked, said } = world();
  await see('has-codeowners', met('there is a CODEOWNERS file'));
  expect(asked).toEqual([['has-codeowners', 'has-licence']]);
  expect(await stateOf('codeowners')).toEqual({ kind: 'verified', at: NOW.toISOString(), evidence: WHERE });
  expect(await line('codeowners')).toContain(`- [x] `);
  expect(await line('codeowners')).toContain(`verified on 2026-11-22, [evidence](${WHERE})`);
  expect(await writes()).toEqual(['write-issue']);
  await db.kysely.deleteFrom('job').execute();
  await see('has-codeowners', met('there is a CODEOWNERS file'));
  expect(await writes()).toEqual([]);
  expect(said).toEqual([]);
  expect(await journal()).toEqual([
    {
      kind: 'item.verified',
      actor: 'seaworthy[bot]',
      via: 'verifier',
      verifier: 'has-codeowners',
      from: 'open',
      to: { kind: 'verified', at: NOW.toISOString(), evidence: WHERE },
      because: 'there is a CODEOWNERS file',
    },
  ]);
});

test('an open item shows why it is not verified, and the whole of it when it is explained; nobody is called', async () => {
  const { see, line, say, said } = world();
  await see('has-codeowners', MISSING);
  expect(await stateOf('codeowners')).toBeUndefined();
  expect(await line('codeowners')).toContain('seen: there is no `CODEOWNERS` file');
  expect(said).toEqual([]);
  expect(await writes()).toEqual(['write-issue']);
  const explained = await say('/baseline explain codeowners');
  expect(explained).toContain('**Looked at on 2026-11-22:** it is not so, there is no `CODEOWNERS` file');
  expect(explained).toContain('Add a line such as `* @harbour/pilots` and ask @&#8203;harbour/pilots.');
});

test.each<[string, ItemState, string]>([
  ['verified', { kind: 'verified', at: EARLIER }, 'verified on 2026-11-20, and now seen otherwise'],
  ['attested', { kind: 'done', by: 'ann', at: EARLIER }, 'done by @ann on 2026-11-20, and now seen otherwise'],
])('what was %s and is not so opens again and is said once', async (_, before, reason) => {
  const { see, said } = world();
  await put('codeowners', before);
  await see('has-codeowners', MISSING);
  await see('has-codeowners', MISSING);
  expect(await stateOf('codeowners')).toEqual({ kind: 'open', at: NOW.toISOString(), reason });
  expect(said).toEqual([
    expect.stringContaining('`codeowners` (The title of codeowners): there is no `CODEOWNERS` file'),
  ]);
  expect((await journal()).map(({ kind }) => kind)).toEqual(['item.open']);
});

test('what opens together is said together, and what opens again later is said again', async () => {
  const { see, said, context } = world();
  await see('has-licence', met('MIT'));
  await see('has-codeowners', met('there is one'));
  const { verify } = context;
  const gone = async () =>
    new Map(
      [...(await verify(REPOSITORY, new Set(), context))].map(
        ([name, verdict]) => [name, { ...verdict, ...MISSING }] as const,
      ),
    );
  await verifyRepository(REPOSITORY, { ...context, verify: gone });
  expect(said).toHaveLength(1);
  expect(said[0]).toMatch(/`codeowners`.*\n- `licence`/);
  const tomorrow = new Date('2026-11-23T10:00:00Z');
  await see('has-codeowners', met('there is one'), tomorrow);
  await see('has-codeowners', MISSING, new Date('2026-11-24T10:00:00Z'));
  expect(said).toHaveLength(2);
});

test('a comment that was written before a crash is not written again', async () => {
  const { see, said, context } = world();
  await put('codeowners', { kind: 'verified', at: EARLIER });
  await expect(
    verifyRepository(REPOSITORY, {
      ...context,
      verify: async () => new Map([['has-codeowners', { ...MISSING, evidence: [], isPublic: true }]]),
      app: { ...context.app, login: undefined as unknown as string },
    }),
  ).rejects.toThrow();
  expect(await stateOf('codeowners')).toMatchObject({ kind: 'verified' });
  await see('has-codeowners', MISSING);
  expect(said).toHaveLength(1);
});

test('unknown changes nothing at first, later takes the tick away, and never gives one', async () => {
  const { see, line, said } = world();
  await put('licence', { kind: 'done', by: 'ann', at: EARLIER });
  await see('has-codeowners', met('there is one'));
  await see('has-codeowners', unknown('the permission is missing'), new Date('2026-11-24T10:00:00Z'));
  expect(await stateOf('codeowners')).toMatchObject({ kind: 'verified' });
  const late = new Date('2026-11-26T10:00:00Z');
  await see('has-codeowners', unknown('the permission is missing'), late);
  await see('has-licence', unknown('the permission is missing'), late);
  expect(await stateOf('codeowners')).toMatchObject({ kind: 'unknown', reason: 'the permission is missing' });
  expect(await stateOf('licence')).toMatchObject({ kind: 'done', by: 'ann' });
  expect(await line('codeowners')).toContain('could not be checked: the permission is missing');
  expect(said).toEqual([]);
});

test('what a person decided while we looked stands', async () => {
  const { context } = world();
  const struck: ItemState = { kind: 'not-applicable', by: 'ann', at: EARLIER, reason: 'no code here' };
  await verifyRepository(REPOSITORY, {
    ...context,
    async verify() {
      await put('codeowners', struck);
      return new Map([['has-codeowners', { ...met('there is one'), evidence: [], isPublic: true }]]);
    },
  });
  expect(await stateOf('codeowners')).toEqual(struck);
  expect(await journal()).toEqual([]);
});

test('an accepted risk stays accepted; that it is not needed any more is said once', async () => {
  const { see, said } = world();
  const waived: ItemState = {
    kind: 'waived',
    by: 'ann',
    approver: 'bob',
    at: EARLIER,
    until: '2026-12-01',
    reason: 'later',
  };
  await put('codeowners', waived);
  const request = { requestedBy: 'ann', requestedAt: EARLIER, until: '2026-12-01', reason: 'later' };
  await askForWaiver(db.kysely, REPOSITORY.id, 'codeowners', request);
  const [asked] = await currentWaivers(db.kysely, REPOSITORY.id, 'codeowners');
  if (asked !== undefined) await approveWaiver(db.kysely, asked, [{ by: 'bob', at: EARLIER }], NOW);
  await see('has-codeowners', met('there is one'));
  await see('has-codeowners', met('there is one'));
  expect(await stateOf('codeowners')).toEqual(waived);
  expect(said).toEqual([expect.stringContaining('nobody has to accept its risk until 2026-12-01 any more')]);
});

test('who unticks what was seen gets the tick back, with the reason on the line', async () => {
  const { context, see, issue, line, body } = world();
  await see('has-codeowners', met('there is one'));
  issue.body = await body();
  await settleIssue(REPOSITORY.id, context);
  issue.body = issue.body.replace(/- \[x\] (?=.*item=codeowners )/, '- [ ] ');
  await settleIssue(REPOSITORY.id, context);
  expect(await stateOf('codeowners')).toMatchObject({ kind: 'verified', note: expect.stringContaining('unticked it') });
  expect(await line('codeowners')).toMatch(/^- \[x\] .*somebody unticked it, but what is seen counts/);
  expect(issue.body).toContain(await line('codeowners'));
  expect((await journal()).at(-1)?.kind).toBe('item.refused');
});

test('in a public repository nobody reads what only its administrators can see', async () => {
  const { see, line, say, said, settingsOnly } = world();
  await repository({ private: false });
  settingsOnly();
  await put('codeowners', { kind: 'verified', at: EARLIER });
  await see('has-codeowners', unmet('the key of the old server may write', 'Delete the key `old`.'));
  const all = [await line('codeowners'), await say('/baseline explain codeowners'), ...said].join('\n');
  expect(all).toContain('what only administrators see says otherwise');
  expect(all).not.toMatch(/old server|Delete the key/);
});

describe('what does not wait', () => {
  const OPEN = urgent('OPEN to everybody: it answers 200', 'Close it now.');
  const day = (date: number) => new Date(`2026-11-${date}T10:00:00Z`);

  test('is said at the first look, once, and again when it came back', async () => {
    const { see, said } = world();
    await see('has-codeowners', OPEN, day(22));
    await see('has-codeowners', OPEN, day(23));
    expect(said).toEqual([
      expect.stringMatching(
        /does not wait[\s\S]*- `codeowners` \(The title of codeowners\): OPEN to everybody: it answers 200/,
      ),
    ]);
    await see('has-codeowners', unknown('nothing on the Internet can be reached from here'), day(24));
    await see('has-codeowners', OPEN, day(25));
    expect(said).toHaveLength(1);
    await see('has-codeowners', unmet('it can be reached', 'Close it.'), day(26));
    await see('has-codeowners', OPEN, day(27));
    expect(said).toHaveLength(2);
  });

  test('is said once when it counted as done before', async () => {
    const { see, said } = world();
    await put('codeowners', { kind: 'done', by: 'ann', at: EARLIER });
    await see('has-codeowners', OPEN);
    expect(said).toEqual([expect.stringContaining('counted as done and is open again')]);
  });

  test('is not said of what somebody decided about', async () => {
    const { see, said } = world();
    await put('codeowners', { kind: 'not-applicable', by: 'ann', at: EARLIER, reason: 'switched off' });
    await see('has-codeowners', OPEN);
    expect(said).toEqual([]);
  });

  test('is said in public without the address', async () => {
    const { see, said, settingsOnly } = world();
    await repository({ private: false });
    settingsOnly();
    await see('has-codeowners', OPEN);
    expect(said).toEqual([expect.stringContaining('what only administrators see says otherwise')]);
    expect(said[0]).not.toContain('OPEN');
  });

  test('is not said again after a crash', async () => {
    const { context, see, said } = world();
    const verify = async () => new Map([['has-codeowners', { ...OPEN, evidence: [], isPublic: true }]]);
    const app = { ...context.app, login: undefined as unknown as string };
    await put('licence', { kind: 'verified', at: EARLIER });
    const both = async () =>
      new Map([...(await verify()), ['has-licence', { ...MISSING, evidence: [], isPublic: true }]]);
    await expect(verifyRepository(REPOSITORY, { ...context, verify: both, app })).rejects.toThrow();
    await see('has-codeowners', OPEN);
    expect(said.filter((text) => text.includes('does not wait'))).toHaveLength(1);
  });
});

test('a limit ends the look without a trace: the job comes back', async () => {
  const { context, said } = world();
  const limited = new RateLimited({ method: 'GET', route: '/x' }, NOW, 'primary');
  const verify = async () => {
    throw limited;
  };
  await expect(verifyRepository(REPOSITORY, { ...context, verify })).rejects.toBe(limited);
  expect([said, (await keptVerdicts(db.kysely, REPOSITORY.id)).size]).toEqual([[], 0]);
});

test('an archived repository is left alone: nobody could write into it', async () => {
  const { see, asked } = world();
  await repository({ private: true, archived: true });
  await see('has-codeowners', met('there is one'));
  expect(asked).toEqual([]);
});

test('`/baseline refresh` has it looked at now', async () => {
  const { say, jobs } = world();
  expect(await say('/baseline refresh')).toBeNull();
  expect(jobs.map(({ handler, key, runAt }) => [handler, key, runAt])).toEqual([
    ['write-issue', 'write-issue:7', undefined],
    ['verify-repository', 'verify-repository:7', NOW],
  ]);
});
