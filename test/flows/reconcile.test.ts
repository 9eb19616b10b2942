/** What the reconciler finds without any webhook, what it asks GitHub for, and when it stops asking. */
import { readPolicy } from '../../src/domain/policy/index.js';
import { reconcileRepository } from '../../src/flows/reconcile/look.js';
import { reconcileInstallation } from '../../src/flows/reconcile/walk.js';
import { saveBaseline } from '../../src/infra/db/baselines.js';
import type { Database } from '../../src/infra/db/database.js';
import { saveCheck, saveHead } from '../../src/infra/db/heads.js';
import { findHistoryScan } from '../../src/infra/db/history-scans.js';
import { findRepository, saveInstallation } from '../../src/infra/db/installations.js';
import { savePolicy } from '../../src/infra/db/policies.js';
import { relist } from '../../src/infra/db/onboarding.js';
import { openPullRequests } from '../../src/infra/db/pull-requests.js';
import { findRound, reconcileProgress } from '../../src/infra/db/reconcile.js';
import { Forbidden, NotFound } from '../../src/infra/github/errors.js';
import type { Activity, GitHub, PullRequest, Quota, Repository } from '../../src/infra/github/gateway.js';
import { RetryAt } from '../../src/infra/queue/types.js';
import { enqueue } from '../../src/infra/queue/queue.js';
import { onPglite } from '../support/databases.js';
import { flowContext, NOW, sha } from '../support/flow-context.js';

const HOUR = 3_600_000;
const ZERO = sha('0');
const databases = onPglite();
let db: Database;

beforeEach(async () => {
  db = await databases.fresh();
  const facts = { account: 'harbour', accountType: 'Organization', permissions: {}, events: [], suspendedAt: null };
  await saveInstallation(db.kysely, { id: 3, ...facts });
});

const repository = (id: number, minute = 0): Repository => ({
  ...{ id, owner: 'harbour', name: `quay-${id}`, defaultBranch: 'main', isPrivate: true, visibility: 'private' },
  ...{ isFork: false, isArchived: false, hasIssues: true, topics: [], language: null, properties: {} },
  pushedAt: new Date(NOW.getTime() + (minute - 10) * 60_000),
  createdAt: NOW,
  url: 'https://example.com',
});

const pull = (number: number, head: string): PullRequest => ({
  ...{ number, title: 'x', state: 'open', isDraft: false, headSha: head, headRef: 'topic', headRepositoryId: 9 },
  ...{ baseSha: sha('b'), baseRef: 'main', author: null, url: 'https://example.com', updatedAt: NOW },
});

/** GitHub as these tests set it, with a count of the requests that cost something. */
function world() {
  const state = {
    now: NOW,
    listed: [repository(7)],
    gone: new Set<number>(),
    pulls: [] as PullRequest[],
    log: [] as Activity[],
    heads: { main: sha('1') } as Record<string, string>,
    quota: null as Quota | null,
    asked: [] as string[],
    refused: null as string | null,
  };
  const ask = (what: string) => {
    if (what === state.refused) throw new Forbidden('no', { method: 'GET', route: '/' }, {}, 'permission');
    state.asked.push(what);
  };
  const etagNow = () => JSON.stringify(state.pulls);
  const github = {
    quota: () => state.quota,
    pulls: {
      openPage: async (_: unknown, page: number, etag: string | null) => {
        if (etag !== null && etag === etagNow()) return null;
        ask('pulls');
        const pulls = state.pulls.slice((page - 1) * 2, page * 2);
        return { pulls, etag: etagNow(), hasMore: page * 2 < state.pulls.length };
      },
    },
    repositories: {
      page: async (page: number) => {
        ask('list');
        const repositories = state.listed.slice((page - 1) * 100, page * 100);
        return { repositories, next: page * 100 < state.listed.length ? page + 1 : null };
      },
      get: async ({ name }: { name: string }) => {
        ask('repository');
        const found = state.listed.find((each) => each.name === name);
        if (found === undefined || state.gone.has(found.id)) throw new NotFound('gone', { method: 'GET', route: '/' });
        return found;
      },
      activity: async (_: unknown, cursor: string | null) => {
        ask('activity');
        const [from, log] = [Number(cursor ?? 0), [...state.log].sort((a, b) => b.id - a.id)];
        return { entries: log.slice(from, from + 100), next: from + 100 < log.length ? String(from + 100) : null };
      },
      headOf: async (_: unknown, branch: string) => {
        ask('head');
        return state.heads[branch] ?? null;
      },
    },
  } as unknown as GitHub;
  const { context } = flowContext(db, { github, clock: { now: () => state.now } });
  const pending = async () => {
    const rows = await db.kysely.selectFrom('job').selectAll().where('state', '=', 'pending').orderBy('id').execute();
    return rows.map(({ handler, data, subject }) => ({ handler, subject, data: data as Record<string, unknown> }));
  };
  /** One whole round; what it puts in line stays there, but for its own jobs. Answers what is new in line. */
  async function round(): Promise<readonly { handler: string; subject: string; data: Record<string, unknown> }[]> {
    const before = (await pending()).length;
    for (let steps = 0; steps < 500; steps += 1) {
      await reconcileInstallation(context);
      const looks = (await pending()).filter(({ handler }) => handler.startsWith('reconcile-'));
      await db.kysely.deleteFrom('job').where('handler', 'like', 'reconcile-%').execute();
      for (const { handler, data } of looks)
        if (handler === 'reconcile-repository') await reconcileRepository(Number(data.repositoryId), context);
      if ((await findRound(db.kysely, 3))?.ended_at !== null) break;
    }
    return (await pending()).slice(before);
  }
  /** As if all that is in line had been done. */
  async function settle(): Promise<void> {
    for (const { handler, data } of await pending()) {
      const head = String(data.after ?? data.head ?? '');
      const follows = typeof data.before === 'string' && data.before !== ZERO ? data.before : null;
      if (handler === 'scan-push' || handler === 'check-pull-request') await judged(head, undefined, follows);
    }
    await db.kysely.updateTable('job').set({ state: 'done' }).execute();
  }
  const nextRound = async () => {
    state.now = new Date(state.now.getTime() + 3 * HOUR);
    state.asked.length = 0;
    return round();
  };
  return { state, context, round, nextRound, settle, pending };
}

async function judged(
  head: string,
  names = ['seaworthy/secrets', 'seaworthy/launch'],
  follows: string | null = null,
): Promise<void> {
  const row = { follows, engineVersion: '1', commits: 1, files: 1, sightings: [], unseen: [], standing: null };
  await saveHead(db.kysely, 7, { sha: head, ...row }, NOW);
  for (const name of names)
    await saveCheck(db.kysely, 7, head, name, { runId: 1, digest: 'x', conclusion: 'success', annotated: false }, NOW);
}

const hasIssue = () => saveBaseline(db.kysely, 7, NOW, { issue: { number: 1, nodeId: 'x' } });
const entry = (id: number, before: string, after: string, more: Partial<Activity> = {}): Activity => ({
  ...{ id, type: 'push', ref: 'refs/heads/main', before, after, at: NOW },
  ...more,
});
const handlers = (jobs: readonly { handler: string }[]) => jobs.map(({ handler }) => handler);

test('a repository of which no webhook ever spoke gets its issue, and its head a check', async () => {
  const { round } = world();
  expect(handlers(await round())).toEqual(['scan-push', 'onboard']);
});

test('where an issue is missing that onboarding has opened, it is opened again; where onboarding is on, it is left to it', async () => {
  const { round, nextRound, settle } = world();
  await judged(sha('1'));
  await relist(db.kysely, 3, NOW);
  expect(await round()).toEqual([]);
  await db.kysely.updateTable('onboarding').set({ finished_at: NOW }).execute();
  const row = { repository_id: 7, installation_id: 3, because: 'archived', state: 'skipped' } as const;
  await db.kysely.insertInto('onboarding_repository').values(row).execute();
  await settle();
  expect(await nextRound()).toEqual([]);
  await db.kysely.updateTable('onboarding_repository').set({ state: 'opened', because: null }).execute();
  await settle();
  expect(handlers(await nextRound())).toEqual(['open-baseline']);
});

test('an archived repository is left alone, and counts as looked at', async () => {
  const { state, round } = world();
  state.listed = [{ ...repository(7), isArchived: true }];
  expect(await round()).toEqual([]);
  expect(state.asked).toEqual(['list']);
  expect(await reconcileProgress(db.kysely)).toMatchObject([{ repositories: 1, looked: 1 }]);
});

test('an unchanged repository costs nothing but its share of the list', async () => {
  const { state, round, settle, nextRound } = world();
  await hasIssue();
  await round();
  expect(state.asked).toEqual(['list', 'activity', 'head', 'pulls']);
  await settle();
  expect(await nextRound()).toEqual([]);
  expect(state.asked).toEqual(['list']);
});

test('open pull requests without either check get both, and are known from then on', async () => {
  const { state, round, nextRound } = world();
  await hasIssue();
  for (const head of ['1', '2', '4', '5', '6']) await judged(sha(head));
  await judged(sha('3'), ['seaworthy/secrets']);
  state.pulls = [pull(9, sha('2')), pull(8, sha('3')), pull(7, sha('4')), pull(6, sha('5')), pull(5, sha('7'))];
  const jobs = (await round()).filter(({ handler }) => handler === 'check-pull-request');
  expect(jobs.map(({ data }) => data)).toEqual([
    expect.objectContaining({ head: sha('3'), base: { ref: 'main', sha: sha('b') }, defaultBranch: 'main' }),
    expect.objectContaining({ head: sha('7') }),
  ]);
  expect(state.asked.filter((what) => what === 'pulls')).toHaveLength(3);
  expect((await openPullRequests(db.kysely, 7))?.map(({ number }) => number)).toEqual([9, 8, 7, 6, 5]);
  state.pulls = [pull(9, sha('8'))];
  const [again] = (await nextRound()).filter(({ handler }) => handler === 'check-pull-request');
  expect(again?.data.head).toBe(sha('8'));
  expect(await openPullRequests(db.kysely, 7)).toMatchObject([{ number: 9, headSha: sha('8') }]);
});

test('pushes that nobody told us of are scanned in their order, each once', async () => {
  const { state, round, settle, nextRound } = world();
  await hasIssue();
  await judged(sha('1'));
  state.log = [entry(1, ZERO, sha('1'), { type: 'branch_creation' })];
  await round();
  await settle();
  state.listed = [repository(7, 60)];
  state.log.push(
    entry(2, sha('1'), sha('2')),
    entry(3, sha('2'), sha('3'), { type: 'force_push', ref: 'refs/heads/topic' }),
    entry(4, sha('3'), ZERO, { type: 'branch_deletion', ref: 'refs/heads/topic' }),
    entry(5, ZERO, sha('4'), { type: 'branch_creation', ref: 'refs/heads/gh-readonly-queue/main/pr-1' }),
    entry(6, sha('2'), sha('5')),
  );
  await judged(sha('5'), undefined, sha('2'));
  expect(await nextRound()).toMatchObject([
    { handler: 'scan-push', data: { before: sha('1'), after: sha('2'), forced: false, created: false } },
    { handler: 'scan-push', data: { ref: 'refs/heads/topic', after: sha('3'), forced: true } },
    { handler: 'read-policy', data: { repository: { id: 7 } } },
  ]);
  await settle();
  expect(await nextRound()).toEqual([]);
});

test.each<[string, string, (head: string) => Promise<void>, boolean]>([
  ['comes to the default branch', 'refs/heads/main', (head) => judged(head), true],
  ['was judged there', 'refs/heads/main', (head) => judged(head, undefined, sha('1')), false],
  ['stays on topics', 'refs/heads/topic', (head) => judged(head, ['seaworthy/secrets']), false],
  ['comes to a gated branch', 'refs/heads/release', (head) => judged(head, ['seaworthy/secrets']), true],
  ['was said to be ready there', 'refs/heads/release', (head) => judged(head), false],
])('a head that was judged on a topic and, unheard, %s', async (_, ref, known, isLookedAt) => {
  const { state, round, settle, nextRound } = world();
  await hasIssue();
  await judged(sha('1'));
  const read = readPolicy('gates: { branches: [release] }', null, new Map());
  if (!read.ok) throw new Error('a good policy');
  const stored = { fileSha: 'x', good: read.value, problems: [], readAt: NOW };
  await savePolicy(db.kysely, { scope: 'organisation', id: 3 }, stored);
  state.log = [entry(1, ZERO, sha('1'), { type: 'branch_creation' })];
  await round();
  await settle();
  state.listed = [repository(7, 60)];
  state.log.push(entry(2, sha('1'), sha('2'), { ref }));
  await known(sha('2'));
  const scans = (await nextRound()).filter(({ handler }) => handler === 'scan-push');
  expect(scans.map(({ data }) => data.after)).toEqual(isLookedAt ? [sha('2')] : []);
});

test('where more happened than is read, the whole history is looked at', async () => {
  const { state, round, settle, nextRound } = world();
  await hasIssue();
  await judged(sha('1'));
  state.log = [entry(1, ZERO, sha('1'), { type: 'branch_creation' })];
  await round();
  await settle();
  state.listed = [repository(7, 60)];
  const many = (count: number) => {
    state.log = Array.from({ length: count }, (_, n) => entry(n + 1, sha('1'), sha('1')));
  };
  many(901);
  await nextRound();
  expect(await findHistoryScan(db.kysely, 7)).toBeNull();
  state.listed = [repository(7, 120)];
  many(2_002);
  await nextRound();
  expect(await findHistoryScan(db.kysely, 7)).toMatchObject({ state: 'waiting' });
});

test('a push in the second of the last one, after the log was read, is found in the next round', async () => {
  const { state, round, settle, nextRound } = world();
  await hasIssue();
  await judged(sha('1'));
  state.listed = [repository(7, 10)];
  state.log = [entry(1, ZERO, sha('1'), { type: 'branch_creation' })];
  await round();
  await settle();
  state.log.push(entry(2, sha('1'), sha('2')));
  expect((await nextRound()).filter(({ handler }) => handler === 'scan-push')).toMatchObject([
    { data: { after: sha('2') } },
  ]);
  await settle();
  await nextRound();
  expect(state.asked).toEqual(['list']);
});

test('what is in line, or given up there, is not put in line again', async () => {
  const { context, round } = world();
  await enqueue(db.kysely, context.clock, [{ handler: 'onboard', subject: 'onboarding:3' }]);
  await db.kysely
    .insertInto('job')
    .values({
      ...{ handler: 'scan-push', subject: `head:7:${sha('1')}`, data: '{}', state: 'parked' },
      ...{ run_at: NOW, created_at: NOW },
    })
    .execute();
  expect(await round()).toEqual([]);
});

test('the issue is read once a day, whatever was heard of it', async () => {
  const { state, round, settle, nextRound } = world();
  await hasIssue();
  await judged(sha('1'));
  expect(handlers(await round())).toEqual(['write-issue']);
  await settle();
  expect(handlers(await nextRound())).toEqual([]);
  state.now = new Date(NOW.getTime() + 25 * HOUR);
  expect(handlers(await nextRound())).toEqual(['write-issue']);
});

test('a permission that is missing takes its own step away, not the others', async () => {
  const { state, round } = world();
  state.refused = 'activity';
  state.pulls = [pull(9, sha('2'))];
  expect(handlers(await round())).toEqual(['check-pull-request', 'onboard']);
});

test('a repository that is gone is taken out; one that the list left out is not', async () => {
  const { state, round, settle, nextRound } = world();
  state.listed = [repository(7), repository(8)];
  await round();
  await settle();
  const [seven, eight] = state.listed;
  if (!seven || !eight) throw new Error('two repositories');
  state.listed = [seven];
  await nextRound();
  expect((await findRepository(db.kysely, 8))?.removed_at).toEqual(state.now);
  state.listed = [eight, seven];
  await nextRound();
  expect((await findRepository(db.kysely, 8))?.removed_at).toBeNull();
});

test('those pushed to last come first, and a round that is cut off goes on where it was', async () => {
  const { state, context, pending } = world();
  state.listed = Array.from({ length: 130 }, (_, n) => repository(n + 1, n));
  await reconcileInstallation(context);
  const looks = async () => (await pending()).filter(({ handler }) => handler === 'reconcile-repository');
  expect((await looks()).map(({ data }) => data.repositoryId)).toEqual(Array.from({ length: 50 }, (_, n) => 130 - n));
  expect(handlers(await pending()).filter((handler) => handler === 'reconcile-installation')).toHaveLength(1);
  await reconcileInstallation(context);
  await reconcileInstallation(context);
  const ids = new Set((await looks()).map(({ data }) => data.repositoryId));
  expect([ids.size, state.asked.length]).toEqual([130, 2]);
  expect(await reconcileProgress(db.kysely)).toMatchObject([{ account: 'harbour', repositories: 130, endedAt: NOW }]);
});

test('a spent budget and a nearly spent limit make the walk wait, and nobody else', async () => {
  const { state, context, round } = world();
  await round();
  await db.kysely.updateTable('reconcile_round').set({ spent: 1_000, ended_at: null }).execute();
  const stopped = reconcileRepository(7, context);
  await expect(stopped).rejects.toThrow(RetryAt);
  await expect(stopped).rejects.toMatchObject({ scope: 'job', at: new Date(NOW.getTime() + HOUR) });
  state.now = new Date(NOW.getTime() + HOUR);
  await reconcileRepository(7, context);
  state.quota = { limit: 5_000, remaining: 1_000, resetAt: new Date(state.now.getTime() + 60_000) };
  await expect(reconcileRepository(7, context)).rejects.toMatchObject({ scope: 'job' });
});
