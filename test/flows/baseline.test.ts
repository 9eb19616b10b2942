/** One baseline issue that comes back with everything on record, and loses nothing that people wrote. */
import { readChecklists } from '../../src/infra/catalogue.js';
import { openBaseline } from '../../src/flows/open-baseline.js';
import { settleIssue } from '../../src/flows/settle-issue.js';
import { findBaseline, saveItemState } from '../../src/infra/db/baselines.js';
import type { Database } from '../../src/infra/db/database.js';
import { LAUNCH_CHECK } from '../../src/domain/readiness/check-content.js';
import { saveCheck } from '../../src/infra/db/heads.js';
import { savePolicy } from '../../src/infra/db/policies.js';
import { findRepository } from '../../src/infra/db/installations.js';
import { Gone, NotFound } from '../../src/infra/github/errors.js';
import type { Comment, GitHub, Issue } from '../../src/infra/github/gateway.js';
import { onPglite } from '../support/databases.js';
import { flowContext, NOW, REPOSITORY } from '../support/flow-context.js';

const databases = onPglite();
const checklists = [...(await readChecklists('checklists')).checklists.values()];
const CALL = { method: 'GET', route: '/repos/{owner}/{repo}/issues/{number}' };
const BOT = { id: 9, login: 'seaworthy[bot]', type: 'Bot' };
let db: Database;
beforeEach(async () => {
  db = await databases.fresh();
});

/** One repository on GitHub with its issues and comments; `facts` may be changed by the test. */
function quay() {
  const issues = new Map<number, Issue>();
  const said: string[] = [];
  const facts = { hasIssues: true, isArchived: false, isThere: true };
  const put = (number: number, body: string, nodeId = `node-${number}`): Issue => {
    const issue = { number, nodeId, body, title: 'Security baseline', state: 'open', author: BOT, labels: [] };
    issues.set(number, issue as unknown as Issue);
    return issue as unknown as Issue;
  };
  const get = (number: number): Issue => {
    const issue = issues.get(number);
    if (!facts.hasIssues) throw new Gone('switched off', CALL);
    if (issue === undefined) throw new NotFound('not found', CALL);
    return issue;
  };
  const github = {
    issues: {
      get: async (_: unknown, number: number) => get(number),
      async *list() {
        yield* issues.values();
      },
      create: async (_: unknown, { body }: { body: string }) => put(issues.size + 10, body),
      update: async (_: unknown, number: number, { body }: { body: string }) => put(number, body, get(number).nodeId),
    },
    comments: {
      async *list() {
        yield* said.map((body, id) => ({ id, body, appId: 1 }) as Comment);
      },
      create: async (_repo: unknown, _issue: unknown, body: string) => {
        said.push(body);
        return { id: said.length } as Comment;
      },
    },
    repositories: {
      file: async () => null,
      get: async () => {
        if (!facts.isThere) throw new NotFound('not found', CALL);
        const shown = { visibility: 'public', topics: [], language: null, properties: {} };
        return { ...REPOSITORY, ...facts, ...shown, defaultBranch: 'main', isPrivate: false, isFork: false };
      },
    },
    history: { edits: async () => [] },
  } as unknown as GitHub;
  const { context, jobs } = flowContext(db, { github, checklists });
  return { context, jobs, issues, said, facts, put };
}

const issueOnRecord = async () => (await findBaseline(db.kysely, REPOSITORY.id))?.issue?.number ?? null;

test('an issue that people deleted comes back with what they had ticked', async () => {
  const { context, issues, put } = quay();
  await openBaseline(REPOSITORY, context);
  put(10, (issues.get(10)?.body ?? '').replace('- [ ]', '- [x]'));
  await settleIssue(REPOSITORY.id, context);
  issues.clear();
  issues.set(3, { number: 3, body: 'of somebody else' } as Issue);
  await settleIssue(REPOSITORY.id, context);
  expect(await issueOnRecord()).toBe(11);
  expect(issues.get(11)?.body).toContain('- [x]');
});

test('an issue that was moved to another repository is not written to there', async () => {
  const { context, issues, put } = quay();
  await openBaseline(REPOSITORY, context);
  put(10, 'what stands in the other repository', 'another-node');
  await settleIssue(REPOSITORY.id, context);
  expect(issues.get(10)?.body).toBe('what stands in the other repository');
  expect(await issueOnRecord()).toBe(11);
});

test('a tick that crosses a command begins from what the command left', async () => {
  const { context, issues, put } = quay();
  await openBaseline(REPOSITORY, context);
  put(10, (issues.get(10)?.body ?? '').replace('- [ ]', '- [x]'));
  const id = /- \[x\] .*?`(?<id>[a-z-]+)`/.exec(issues.get(10)?.body ?? '')?.groups?.id ?? '';
  const waived = {
    kind: 'waived',
    by: 'ann',
    approver: 'bob',
    at: NOW.toISOString(),
    until: '2026-11-25',
    reason: 'x',
  };
  const { get } = context.github.issues;
  let isFirst = true;
  const crossed: GitHub['issues']['get'] = async (...asked) => {
    if (isFirst) await saveItemState(db.kysely, REPOSITORY.id, id, waived, NOW);
    isFirst = false;
    return get(...asked);
  };
  await settleIssue(REPOSITORY.id, {
    ...context,
    github: { ...context.github, issues: { ...context.github.issues, get: crossed } },
  });
  const { data } = await db.kysely
    .selectFrom('journal')
    .select('data')
    .where('subject', '=', `item:${id}`)
    .executeTakeFirstOrThrow();
  expect(data).toMatchObject({ via: 'tick', from: 'waived', to: 'done' });
});

test('what a rule of the policy takes off stays off, whoever takes the strike-through away', async () => {
  const { context, issues, put } = quay();
  await openBaseline(REPOSITORY, context);
  const good = { not_applicable: [{ items: ['team-grants'], because: 'one person works here' }] };
  const key = { scope: 'organisation', id: 3 } as const;
  await savePolicy(db.kysely, key, { fileSha: 'a1', good, problems: [], readAt: NOW });
  await settleIssue(REPOSITORY.id, context);
  const body = issues.get(10)?.body ?? '';
  expect(body).toMatch(/- \[x\] ~~.*`team-grants` · not applicable: one person works here/);
  put(10, body.replaceAll('~~', ''));
  await settleIssue(REPOSITORY.id, context);
  expect(issues.get(10)?.body).toBe(body);
});

test('a repository that comes back, to another owner say, gets its issue written anew', async () => {
  const { context, jobs } = quay();
  await openBaseline(REPOSITORY, context);
  jobs.length = 0;
  await openBaseline(REPOSITORY, context);
  expect(jobs.map(({ handler }) => handler)).toEqual(['write-issue']);
});

test.each<[string, boolean]>([
  ['once there is an issue', true],
  ['that there will be none', false],
])('pull requests that came before are told %s', async (_, hasIssues) => {
  const { context, jobs, facts } = quay();
  facts.hasIssues = hasIssues;
  const posted = { runId: 1, digest: 'no baseline issue yet', conclusion: 'neutral', annotated: false };
  await saveCheck(db.kysely, REPOSITORY.id, 'a1', LAUNCH_CHECK, posted, NOW);
  await openBaseline(REPOSITORY, context);
  expect(jobs.map(({ handler }) => handler)).toEqual(['fan-out']);
});

test.each<[string, Partial<{ hasIssues: boolean; isArchived: boolean }>]>([
  ['issues are switched off', { hasIssues: false }],
  ['the repository is archived', { isArchived: true }],
])('while %s nothing is opened and the issue is not forgotten', async (_, change) => {
  const { context, issues, facts } = quay();
  await openBaseline(REPOSITORY, context);
  if (change.isArchived) issues.clear();
  Object.assign(facts, change);
  await settleIssue(REPOSITORY.id, context);
  expect(await issueOnRecord()).toBe(10);
});

test('with the repository gone the work ends, and it is noted', async () => {
  const { context, issues, facts } = quay();
  await openBaseline(REPOSITORY, context);
  issues.clear();
  facts.isThere = false;
  await settleIssue(REPOSITORY.id, context);
  expect((await findRepository(db.kysely, REPOSITORY.id))?.removed_at).toEqual(NOW);
});

test('an issue from before the database was lost is taken over with its ticks', async () => {
  const first = quay();
  await openBaseline(REPOSITORY, first.context);
  const body = (first.issues.get(10)?.body ?? '').replace('- [ ]', '- [x]');
  db = await databases.fresh();
  const second = quay();
  second.put(10, body);
  await openBaseline(REPOSITORY, second.context);
  expect([...second.issues.keys()]).toEqual([10]);
  expect(second.jobs.map(({ handler }) => handler)).toEqual(['write-issue']);
  await settleIssue(REPOSITORY.id, second.context);
  expect(second.issues.get(10)?.body).toContain('- [x]');
});

test('notes that do not fit beside the list any more are kept in a comment, once', async () => {
  const { context, issues, said, put } = quay();
  await openBaseline(REPOSITORY, context);
  const note = Array.from({ length: 1_550 }, (_, line) => `Note ${line} for @harbour, with \`\`\` in it.`).join('\n');
  const [head = ''] = (issues.get(10)?.body ?? '').split('\n## ');
  put(10, `${head}\n\n${note}\n`);
  await settleIssue(REPOSITORY.id, context);
  expect(issues.get(10)?.body).not.toContain('Note 1549');
  expect(said.join('')).toContain('Note 0 for @harbour');
  expect(said.at(-1)).toContain('Note 1549 for @harbour');
  expect(said.map((comment) => /^````\n/m.test(comment) && comment.length < 65_536)).toEqual([true, true]);
  put(10, `${head}\n\n${note}\n`);
  await settleIssue(REPOSITORY.id, context);
  expect(said).toHaveLength(2);
});
