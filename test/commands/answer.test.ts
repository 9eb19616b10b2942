/** Commands on findings and the life of a reply, where jobs end half-way and people change their minds. */
import path from 'node:path';
import { awsKeyPair } from '../../src/cli/_demo/samples.js';
import { createAnswer } from '../../src/commands/_answer.js';
import { acceptCommand } from '../../src/commands/_command.js';
import { loadFolder } from '../../src/core/load-folder.js';
import type { CommentEvent } from '../../src/flows/context.js';
import type { Database } from '../../src/infra/db/database.js';
import { NotFound } from '../../src/infra/github/errors.js';
import type { Comment, GitHub } from '../../src/infra/github/gateway.js';
import { onPglite } from '../support/databases.js';
import { flowContext, NOW, REPOSITORY } from '../support/flow-context.js';

const databases = onPglite();
const answer = createAnswer(await loadFolder(path.resolve('src/commands'), acceptCommand));
const FINDING = '7f3a91c2'.repeat(8);
let db: Database;

beforeEach(async () => {
  db = await databases.fresh();
  await db.kysely
    .insertInto('finding')
    .values({
      repository_id: REPOSITORY.id,
      fingerprint: FINDING,
      rule_id: 'aws',
      title: 'AWS access key',
      severity: 'HIGH',
      confidence: 'high',
      preview: 'AKIA…',
      state: 'open',
      found_at: NOW,
    })
    .execute();
});

const gone = () => new NotFound('not found', { method: 'POST', route: '/somewhere' });

/** Comments in memory; of those in `deleted` GitHub says that they are not there. */
function thread(deleted: Set<number> = new Set()) {
  const written = new Map<number, string>();
  const reactions: string[] = [];
  const asComment = (id: number) => ({ id, body: written.get(id) ?? '', appId: 1 }) as Comment;
  const comments: GitHub['comments'] = {
    async *list() {
      yield* [...written.keys()].map(asComment);
    },
    create: async (_repo, _issue, body) => {
      const id = 100 + written.size;
      written.set(id, body);
      return asComment(id);
    },
    update: async (_repo, id, body) => {
      if (deleted.has(id)) throw gone();
      written.set(id, body);
      return asComment(id);
    },
    react: async (_repo, id, reaction) => {
      if (deleted.has(id)) throw gone();
      reactions.push(reaction);
    },
  };
  const repositories = {
    permission: async () => ({ level: 'write', role: 'write' }),
  } as unknown as GitHub['repositories'];
  return { github: { comments, repositories }, written, reactions, deleted };
}

const saying = (after: string, more: Partial<CommentEvent> = {}): CommentEvent => ({
  repository: REPOSITORY,
  isPrivate: false,
  issue: 1,
  comment: 11,
  by: 'ann',
  saidAt: NOW.toISOString(),
  before: null,
  after,
  ...more,
});

const everythingStored = async () =>
  JSON.stringify([
    await db.kysely.selectFrom('finding').selectAll().execute(),
    await db.kysely.selectFrom('journal').selectAll().execute(),
    await db.kysely.selectFrom('effect').selectAll().execute(),
  ]);

test('a value quoted in a reason is not kept', async () => {
  const { github } = thread();
  const { id } = awsKeyPair();
  const { context } = flowContext(db, { github });
  await answer(saying(`/baseline false-positive 7f3a91c2 because ${id} is a sample`), context);
  const stored = await everythingStored();
  expect(stored).toContain('is a sample');
  expect(stored).not.toContain(id);
});

test('a command that ended half-way is finished by its repetition', async () => {
  const { github, reactions } = thread();
  const { context, jobs } = flowContext(db, { github });
  const event = saying('/baseline rotated 7f3a91c2 https://example.com/1');
  const failing = flowContext(db, { github, enqueue: () => Promise.reject(new Error('The process ends here')) });
  await expect(answer(event, failing.context)).rejects.toThrow('ends here');
  await answer(event, context);
  expect(jobs.map(({ handler }) => handler)).toContain('write-issue');
  expect(reactions).not.toContain('confused');
  expect(await db.kysely.selectFrom('journal').select('kind').execute()).toEqual([{ kind: 'finding.rotated' }]);
});

test('what somebody settled is not settled again by somebody else', async () => {
  const { github, written } = thread();
  const { context } = flowContext(db, { github });
  await answer(saying('/baseline rotated 7f3a91c2 https://example.com/1'), context);
  const second = saying('/baseline false-positive 7f3a91c2 because no', { by: 'bob', comment: 12 });
  await answer(second, context);
  expect([...written.values()].join()).toContain('settled already: rotated');
  expect(await everythingStored()).not.toContain('bob');
});

test.each([
  [
    'a command of hexadecimal digits',
    `/baseline rotated ${'abcdef12'.repeat(8)} https://example.com`,
    'abcdef12abcdef12',
  ],
  ['an unknown command that looks like a value', '/baseline abc123def456ghi789', 'abc123def456ghi789'],
  ['a topic of help that is Markdown', '/baseline help [x](https://example.com)', '[x]'],
])('%s is not repeated whole', async (_, said, part) => {
  const { github, written } = thread();
  await answer(saying(said), flowContext(db, { github }).context);
  expect([...written.values()].join()).toMatch(/There is no (?:finding|command)/);
  expect([...written.values()].join()).not.toContain(part);
});

test('a comment deleted before its turn is taken back', async () => {
  const { github, written } = thread(new Set([11]));
  await answer(saying('/baseline rotated 7f3a91c2 https://example.com/1'), flowContext(db, { github }).context);
  expect(written.size).toBe(0);
  expect(await db.kysely.selectFrom('finding').select('state').execute()).toEqual([{ state: 'open' }]);
});

test('a reply that somebody deleted is written anew when the comment says something new', async () => {
  const { github, written, deleted } = thread();
  const { context } = flowContext(db, { github });
  await answer(saying('/baseline help status'), context);
  deleted.add(100);
  const job = { delivery: 'guid-2', installationId: 3 };
  const edited = saying('/baseline help rotated', { before: '/baseline help status' });
  await answer(edited, { ...context, job });
  expect([...written.keys()]).toEqual([100, 101]);
  expect(written.get(101)).toContain('/baseline rotated');
});
