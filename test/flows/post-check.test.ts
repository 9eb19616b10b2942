/** One run per head and name, saying what is true now, whatever was cut off in between. */
import { postCheck } from '../../src/flows/post-check.js';
import type { CheckContent } from '../../src/domain/readiness/check-content.js';
import { onPglite } from '../support/databases.js';
import { checksInMemory, flowContext, REPOSITORY, sha } from '../support/flow-context.js';

const databases = onPglite();
const HEAD = sha('a');

const saying = (conclusion: 'success' | 'failure', paths: readonly string[] = []): CheckContent => ({
  conclusion,
  title: conclusion,
  summary: conclusion,
  annotations: paths.map((path) => ({ path, line: 1, level: 'failure', title: 'Found', message: 'A value.' })),
});

test('a run written by a job that ended before it noted what it said is written again when the words changed', async () => {
  const db = await databases.fresh();
  const { checks, runs } = checksInMemory();
  const { context } = flowContext(db, { github: { checks } });
  await postCheck(REPOSITORY, HEAD, 'name', saying('success'), context);
  await db.kysely.deleteFrom('check_run').execute();
  await postCheck(REPOSITORY, HEAD, 'name', saying('failure'), context);
  expect([...runs.values()]).toEqual([expect.objectContaining({ conclusion: 'failure' })]);
});

test('annotations are sent once: GitHub adds those of an update to those that are there', async () => {
  const db = await databases.fresh();
  const { checks, runs } = checksInMemory();
  const { context } = flowContext(db, { github: { checks } });
  await postCheck(REPOSITORY, HEAD, 'name', saying('failure', ['a', 'b']), context);
  await postCheck(REPOSITORY, HEAD, 'name', saying('failure', ['b']), context);
  expect(runs.get(1)?.output?.annotations?.map(({ path }) => path)).toEqual(['a', 'b']);
});

test('annotations come with the first failure, also when the run passed before', async () => {
  const db = await databases.fresh();
  const { checks, runs } = checksInMemory();
  const { context } = flowContext(db, { github: { checks } });
  await postCheck(REPOSITORY, HEAD, 'name', saying('success'), context);
  await postCheck(REPOSITORY, HEAD, 'name', saying('failure', ['a']), context);
  expect(runs.get(1)?.output?.annotations).toHaveLength(1);
});
