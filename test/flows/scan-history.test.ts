/** The whole history: looked at in slices, reported once, old debt named and in nobody's way; and what dismisses findings for everybody. */
import askForHistory from '../../src/chores/ask-for-history.js';
import endDismissals from '../../src/chores/end-dismissals.js';
import { awsKeyPair } from '../../src/cli/_demo/samples.js';
import scanCommand from '../../src/commands/scan.js';
import type { Subject } from '../../src/commands/_subject.js';
import type { RepositoryFacts } from '../../src/domain/policy/index.js';
import { judgeHeads } from '../../src/flows/judge-heads.js';
import { judgePush } from '../../src/flows/judge-push.js';
import type { HistoryWork } from '../../src/flows/request-history.js';
import { scanHistory } from '../../src/flows/scan-history.js';
import { postSecrets, repostSecrets } from '../../src/flows/secrets-check.js';
import { readService, summaryOf, viewOf } from '../../src/flows/service.js';
import { render } from '../../src/domain/checklist/index.js';
import { saveBaseline } from '../../src/infra/db/baselines.js';
import { knownBlobs } from '../../src/infra/db/clean-blobs.js';
import type { Database } from '../../src/infra/db/database.js';
import { findHead, saveHead } from '../../src/infra/db/heads.js';
import { findHistoryScan } from '../../src/infra/db/history-scans.js';
import { saveInstallation, saveRepositories } from '../../src/infra/db/installations.js';
import { readJournal } from '../../src/infra/db/journal.js';
import { savePolicy } from '../../src/infra/db/policies.js';
import { saveFacts } from '../../src/infra/db/repository-facts.js';
import type { HistoryPart } from '../../src/infra/github/changes/history.js';
import { GitFailed } from '../../src/infra/github/errors.js';
import type { GitHub } from '../../src/infra/github/gateway.js';
import { choreContext } from '../support/chore-context.js';
import { onPglite } from '../support/databases.js';
import { checksInMemory, commitOf, flowContext, NOW, REPOSITORY, sha } from '../support/flow-context.js';

const databases = onPglite();
let db: Database;
const [A, B, C] = ['a', 'b', 'c'].map(sha) as [string, string, string];
const LEAK = `aws_access_key_id = ${awsKeyPair().id}\n`;

beforeEach(async () => {
  db = await databases.fresh();
  const facts = { private: true, fork: false, archived: false, hasIssues: true, defaultBranch: 'main' };
  await saveInstallation(db.kysely, {
    id: 3,
    account: 'harbour',
    accountType: 'Organization',
    permissions: {},
    events: [],
    suspendedAt: null,
  });
  await saveRepositories(db.kysely, [{ ...REPOSITORY, ...facts, installationId: 3 }]);
  await saveBaseline(db.kysely, REPOSITORY.id, NOW, { issue: { number: 1, nodeId: 'I_1' } });
});

const blob = (name: string, text: string, commit = A): HistoryPart => ({
  kind: 'blob',
  sha: `blob of ${name}`,
  path: name,
  commit,
  content: { kind: 'bytes', bytes: Buffer.from(text) },
});
const subject: Subject = {
  repository: REPOSITORY,
  isPrivate: true,
  issue: 1,
  by: 'ann',
  isAssigneeOnly: false,
  at: NOW,
  saidAt: NOW,
  commands: new Map(),
};
const commits = (done: number, total: number, shas: readonly string[] = []): HistoryPart => ({
  kind: 'commits',
  shas,
  done,
  total,
});

/** A repository with the history given, whose comments and checks are in memory. */
function world(history: () => Iterable<HistoryPart>, given: Parameters<typeof flowContext>[1] = {}) {
  const comments: string[] = [];
  const { checks, runs } = checksInMemory();
  const api: Partial<GitHub['comments']> = {
    create: async (_, __, body) => {
      comments.push(body);
      return { id: comments.length } as Awaited<ReturnType<GitHub['comments']['create']>>;
    },
    update: async (_, id, body) => {
      comments.splice(id - 1, 1, body);
      return { id } as Awaited<ReturnType<GitHub['comments']['update']>>;
    },
  };
  const repositories = { file: async () => null } as Partial<GitHub['repositories']> as GitHub['repositories'];
  const { context, jobs } = flowContext(db, {
    changes: {
      async *push(_, { after }) {
        yield* commitOf(after, 'pushed.ini', LEAK);
      },
      commit: () => Promise.reject(new Error('nobody asks for one commit')),
      async *between() {
        yield* [];
      },
      async *history() {
        yield* history();
      },
    },
    github: { comments: api as GitHub['comments'], checks, repositories },
    ...given,
  });
  const service = () => readService(REPOSITORY.id, context);
  const header = async () => render(viewOf(REPOSITORY.id, await service(), context)).body;
  const blockers = async () => summaryOf(await service()).blockers.map(({ text }) => text);
  return {
    context,
    jobs,
    comments,
    header,
    blockers,
    // The other check on a head is the launch's.
    lastRun: () => [...runs.values()].findLast(({ output }) => !/ready|baseline/i.test(output?.title ?? '')),
  };
}

const setPolicy = (scan: object) =>
  savePolicy(
    db.kysely,
    { scope: 'organisation', id: 3 },
    { fileSha: 'x', good: { scan }, problems: [], readAt: new Date(NOW.getTime() + 1) },
  );

const scanned = (parts: readonly HistoryPart[]) => {
  const it = world(() => parts);
  return scanHistory({ repository: REPOSITORY }, it.context).then(() => it);
};

test('old secrets are reported once, counted at the top of the issue, and block nothing', async () => {
  const { comments, header, blockers, context } = await scanned([blob('old.ini', LEAK), commits(1, 1)]);
  expect(comments).toHaveLength(1);
  expect(comments[0]).toContain('**1 secret in the history**');
  expect(comments[0]).toContain('`old.ini:1`, commit aaaaaaa');
  expect(await header()).toContain(
    '1 older secret in the history is neither rotated nor dismissed; it blocks nothing.',
  );
  expect(await blockers()).toEqual([]);
  await scanHistory({ repository: REPOSITORY }, context);
  expect(comments).toHaveLength(1);
  expect(JSON.stringify(comments)).not.toContain(LEAK.slice(-17, -1));
});

test('old secrets block the launch where the policy says so', async () => {
  await setPolicy({ history: 'block' });
  const { comments, header, blockers } = await scanned([blob('old.ini', LEAK), commits(1, 1)]);
  expect(comments[0]).toContain('By the policy they block the launch.');
  expect(await blockers()).toEqual(['1 committed secret is neither rotated nor dismissed']);
  expect(await header()).not.toContain('older secret');
});

test('an old secret that a push brings again blocks', async () => {
  const { context, blockers, lastRun } = await scanned([blob('old.ini', LEAK), commits(1, 1)]);
  const push = { ref: 'refs/heads/main', before: A, after: B, created: false, deleted: false, forced: false };
  await judgePush({ ...push, repository: REPOSITORY, defaultBranch: 'main', commits: [B] }, context);
  expect(lastRun()).toMatchObject({ conclusion: 'failure' });
  expect(await blockers()).toHaveLength(1);
});

test('nothing found is said to nobody, but to whoever asked', async () => {
  const clean = [blob('a.txt', 'clean\n'), commits(1, 1)];
  const { comments, context, jobs } = await scanned(clean);
  expect(comments).toEqual([]);
  expect(await scanCommand.run(null, subject, context)).toContain('The whole history is being looked at');
  expect(jobs.at(-1)).toMatchObject({ handler: 'scan-history', subject: 'history' });
  await scanHistory({ repository: REPOSITORY }, context);
  expect(comments).toHaveLength(1);
  expect(comments[0]).toContain('No open secrets in the history');
});

test('in a public repository no place is listed', async () => {
  const facts: Omit<RepositoryFacts, 'name'> = { visibility: 'public', topics: [], language: null, properties: {} };
  await saveFacts(db.kysely, REPOSITORY.id, facts);
  const { comments } = await scanned([blob('old.ini', LEAK), commits(1, 1)]);
  expect(comments[0]).not.toContain('old.ini');
});

test('a slice ends after some minutes, remembers what it looked at, and the next one comes to the end', async () => {
  let time = NOW.getTime();
  const clock = { now: () => new Date(time) };
  const parts = [blob('a.txt', 'a\n'), blob('old.ini', LEAK), commits(200, 400, [A]), commits(400, 400, [B])];
  const history = () => {
    time += 6 * 60_000;
    return parts;
  };
  const { context, jobs, comments } = world(history, { clock });
  await scanHistory({ repository: REPOSITORY }, context);
  expect(jobs.filter(({ handler }) => handler === 'scan-history')).toHaveLength(1);
  expect(comments).toEqual([]);
  expect(await findHistoryScan(db.kysely, REPOSITORY.id)).toMatchObject({ state: 'reading', commitsTotal: 400 });
  expect(await scanCommand.run(null, subject, context)).toContain('200 of 400 commits so far');
  const looker = { repositoryId: REPOSITORY.id, engineVersion: context.engine.version };
  const isClean = await knownBlobs(db.kysely, looker, [{ sha: 'blob of a.txt', path: 'a.txt' }]);
  expect(isClean({ sha: 'blob of a.txt', path: 'a.txt' })).toBe(true);
  parts.splice(0, 3);
  await scanHistory({ repository: REPOSITORY }, context);
  expect(comments[0]).toContain('(400 commits');
  expect(await findHistoryScan(db.kysely, REPOSITORY.id)).toMatchObject({ state: 'done', found: 1 });
});

test('a history that git cannot fetch holds nobody up, is tried again, and in the end says that it was not read', async () => {
  const { context, jobs, comments } = world(() => {
    throw new GitFailed('fetch', 'time', '');
  });
  let work: HistoryWork = { repository: REPOSITORY };
  for (let failures = 1; failures < 6; failures += 1) {
    await scanHistory(work, context);
    const again = jobs.at(-1);
    expect(again).toMatchObject({
      handler: 'scan-history',
      data: { failures },
      runAt: new Date('2026-11-22T10:15:00Z'),
    });
    work = again?.data as HistoryWork;
  }
  expect(comments).toEqual([]);
  await scanHistory(work, context);
  expect(comments).toHaveLength(1);
  expect(comments[0]).toContain('`the history`: git takes longer to fetch it than a reading may');
  expect(await findHistoryScan(db.kysely, REPOSITORY.id)).toMatchObject({ state: 'done' });
});

test('a history that came some way before git failed has as many tries as before', async () => {
  const { context, jobs } = world(function* () {
    yield blob('a.txt', 'a\n');
    throw new GitFailed('fetch', 'time', '');
  });
  await scanHistory({ repository: REPOSITORY, failures: 5 }, context);
  expect(jobs.at(-1)).toMatchObject({ data: { failures: 1 } });
  const looker = { repositoryId: REPOSITORY.id, engineVersion: context.engine.version };
  const isClean = await knownBlobs(db.kysely, looker, [{ sha: 'blob of a.txt', path: 'a.txt' }]);
  expect(isClean({ sha: 'blob of a.txt', path: 'a.txt' })).toBe(true);
});

test('what a push could not see is seen by a complete history, and only by that', async () => {
  const unseen = [{ what: 'big.bin', reason: 'larger than the API gives' }];
  const head = { sha: B, follows: A, commits: 1, files: 1, sightings: [], unseen, standing: null };
  const missing: HistoryPart = {
    kind: 'blob',
    sha: 'x',
    path: 'huge.bin',
    commit: B,
    content: { kind: 'unseen', reason: 'larger than 100 MiB' },
  };
  const parts: HistoryPart[] = [missing, commits(1, 1, [B])];
  const { context, comments, jobs } = world(() => parts);
  await saveHead(db.kysely, REPOSITORY.id, { ...head, engineVersion: context.engine.version }, NOW);
  await scanHistory({ repository: REPOSITORY }, context);
  expect((await findHead(db.kysely, REPOSITORY.id, B))?.unseen).toEqual(unseen);
  expect(comments[0]).toContain('larger than 100 MiB');
  parts.shift();
  await scanHistory({ repository: REPOSITORY }, context);
  expect((await findHead(db.kysely, REPOSITORY.id, B))?.unseen).toEqual([]);
  expect(jobs).toContainEqual(expect.objectContaining({ handler: 'judge-head', subject: `head:7:${B}` }));
});

test('a new key of the fingerprints takes findings over with their state, and the journal says so', async () => {
  const parts = [blob('old.ini', LEAK), commits(1, 1)];
  const { context, header } = await scanned(parts);
  await db.kysely.updateTable('finding').set({ state: 'rotated' }).execute();
  const [before] = await db.kysely.selectFrom('finding').select('fingerprint').execute();
  const fingerprintKey = Buffer.from('another key for tests, 32 bytes.');
  Object.assign(context, { fingerprintKey, previousFingerprintKey: context.fingerprintKey });
  await scanHistory({ repository: REPOSITORY }, context);
  const after = await db.kysely.selectFrom('finding').selectAll().execute();
  expect(after).toMatchObject([{ state: 'rotated', previous_fingerprint: before?.fingerprint }]);
  expect(after[0]?.fingerprint).not.toBe(before?.fingerprint);
  expect(await header()).not.toContain('older secret');
  expect((await readJournal(db.kysely, { limit: 9 })).map(({ kind }) => kind)).toContain('finding.renamed');
});

test('repositories are put in line by themselves, once', async () => {
  const run = () => askForHistory.run(choreContext(db, () => NOW));
  await run();
  await run();
  const jobs = await db.kysely.selectFrom('job').select(['handler', 'subject']).execute();
  expect(jobs).toEqual([{ handler: 'scan-history', subject: 'history' }]);
});

describe('the policy decides when the check is said', () => {
  const push = { ref: 'refs/heads/main', before: A, after: B, created: false, deleted: false, forced: false };
  const pushed = async (clock = { now: () => NOW }) => {
    const it = world(() => [], { clock });
    await judgePush({ ...push, repository: REPOSITORY, defaultBranch: 'main', commits: [B] }, it.context);
    return it;
  };

  test.each([
    ['a severity that is not reached', { blocks_from: 'MAXIMUM' }, 'success'],
    ['a severity that is reached', { blocks_from: 'LOW' }, 'failure'],
  ])('%s', async (_, scan, conclusion) => {
    const { context, lastRun, blockers } = await pushed();
    expect(lastRun()).toMatchObject({ conclusion: 'failure' });
    await setPolicy(scan);
    await repostSecrets(REPOSITORY, B, context);
    expect(lastRun()).toMatchObject({ conclusion });
    expect(await blockers()).toHaveLength(conclusion === 'failure' ? 1 : 0);
  });

  test('a finding that is not sure enough is a notice, masked, and blocks nothing', async () => {
    const { context, lastRun } = await pushed();
    await db.kysely.updateTable('finding').set({ confidence: 'low' }).execute();
    await repostSecrets(REPOSITORY, B, context);
    const run = lastRun();
    expect(run).toMatchObject({ conclusion: 'success' });
    expect(run?.output?.title).toBe('No secrets in 1 commit, 1 file; 1 possible one to look at');
    expect(run?.output?.summary).toContain('`pushed.ini:1`');
    expect(JSON.stringify(run)).not.toContain(LEAK.slice(-17, -1));
  });

  test('heads are said again when the policy changes', async () => {
    const { context, jobs } = await pushed();
    jobs.length = 0;
    await judgeHeads(REPOSITORY.id, context);
    expect(jobs).toMatchObject([{ handler: 'judge-head', data: { sha: B } }]);
  });

  test('a dismissal of the organisation holds to its end, and then the finding counts again by itself', async () => {
    let now = NOW;
    const { context, lastRun, blockers } = await pushed({ now: () => now });
    const [row] = await db.kysely.selectFrom('finding').select('fingerprint').execute();
    const fingerprint = row?.fingerprint.slice(0, 12) ?? '';
    await setPolicy({ dismissed: [{ fingerprint, because: 'test key', by: '@ann', until: '2026-11-22' }] });
    await repostSecrets(REPOSITORY, B, context);
    expect(lastRun()).toMatchObject({ conclusion: 'success' });
    expect(await blockers()).toEqual([]);
    const endOf = async () => {
      await db.kysely.deleteFrom('job').execute();
      await endDismissals.run(choreContext(db, () => now));
      return (await db.kysely.selectFrom('job').select('handler').orderBy('handler').execute()).map(
        (job) => job.handler,
      );
    };
    expect(await endOf()).toEqual([]);
    now = new Date('2026-11-23T01:00:00Z');
    expect(await endOf()).toEqual(['judge-heads', 'write-issue']);
    await repostSecrets(REPOSITORY, B, context);
    expect(lastRun()).toMatchObject({ conclusion: 'failure' });
    expect(await blockers()).toHaveLength(1);
    now = new Date('2026-11-24T01:00:00Z');
    expect(await endOf()).toEqual([]);
  });

  test('a finding of an earlier commit is annotated on its line at the head, and not at all where it is gone', async () => {
    const { context, lastRun } = await pushed();
    const texts: Record<string, string> = { 'pushed.ini': `a line\nanother\n${LEAK}` };
    const file = async (_: unknown, name: string) => ({ path: name, sha: '', text: texts[name] ?? '' });
    const repositories = { file } as Partial<GitHub['repositories']> as GitHub['repositories'];
    Object.assign(context, { github: { ...context.github, repositories } });
    const head = await findHead(db.kysely, REPOSITORY.id, B);
    for (const [next, expected] of [
      [C, [{ path: 'pushed.ini', startLine: 3 }]],
      [sha('d'), []],
    ] as const) {
      if (head) {
        const later = { ...head, sha: next, standing: null };
        await saveHead(db.kysely, REPOSITORY.id, later, NOW);
        await postSecrets(REPOSITORY, later, context);
      }
      expect(lastRun()?.output?.annotations).toMatchObject(expected);
      texts['pushed.ini'] = 'taken out\n';
    }
    expect(lastRun()?.output?.summary).toContain('commit bbbbbbb');
  });
});
