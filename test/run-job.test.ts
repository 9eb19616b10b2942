/** Who is told that a job failed, when, and what keeps it in line when not even that can be said. */
import { pino } from 'pino';
import type { Failure } from '../src/flows/say-failed.js';
import type { Handler, InstallationHandler } from '../src/handlers/_handler.js';
import { Forbidden, RateLimited, Transient } from '../src/infra/github/errors.js';
import { type Job, RetryAt } from '../src/infra/queue/types.js';
import { createJobRunner, type JobRunnerParts } from '../src/run-job.js';
import { onPglite } from './support/databases.js';
import { NOW } from './support/flow-context.js';

const databases = onPglite();
const call = { method: 'POST', route: '/x' };
const away = new Transient('answered 502', call, {}, false);
const forbidden = new Forbidden('a permission is missing', call, {}, 'permission');
const signal = new AbortController().signal;

const job = (attempt: number): Job => ({
  id: 1,
  handler: 'judge',
  subject: 's',
  installationId: 3,
  data: {},
  attempt,
  delivery: null,
});

async function runnerWith(failed: InstallationHandler['failed']) {
  const handler: Handler = { on: [], needs: {}, parse: () => null, subject: () => 's', run: async () => undefined };
  const parts = {
    handlers: new Map([['judge', failed === undefined ? handler : { ...handler, failed }]]),
    chores: new Map(),
    connection: { of: async () => ({}), app: async () => ({ identity: async () => ({ slug: 'seaworthy' }) }) },
    db: await databases.fresh(),
    clock: { now: () => NOW },
    log: pino({ level: 'silent' }),
    services: {},
  } as unknown as JobRunnerParts;
  return createJobRunner(parts);
}

test.each<[string, number, unknown, boolean, boolean | null]>([
  ['first failure, another try may mend it', 1, away, false, false],
  ['first failure that lasts', 1, forbidden, false, true],
  ['first failure, a mistake of ours', 1, new TypeError('x'), false, true],
  ['one in between', 2, away, false, null],
  ['the last', 12, away, true, true],
  ['one after a crash with all attempts spent', 13, new Error('The process ended'), true, true],
])('%s', async (_, attempt, error, isLast, isOver) => {
  const told: Failure[] = [];
  const runner = await runnerWith(async (__, failure) => void told.push(failure));
  await runner.failed(job(attempt), { error, isLast }, signal);
  expect(told).toEqual(isOver === null ? [] : [{ error, isOver }]);
});

test('a handler nobody waits for tells nobody', async () => {
  const runner = await runnerWith(undefined);
  await expect(runner.failed(job(12), { error: away, isLast: true }, signal)).resolves.toBeUndefined();
});

const until = new Date(NOW.getTime() + 3_600_000);

test.each<[string, unknown, boolean, Date | null]>([
  ['GitHub is away as well: in a quarter of an hour', away, true, new Date(NOW.getTime() + 15 * 60_000)],
  ['a limit: when it is over', new RateLimited(call, until, 'primary'), true, until],
  ['a failure that lasts: given up', forbidden, true, null],
  ['other tries follow anyway', away, false, null],
])('telling fails: %s', async (_, untold, isLast, at) => {
  const runner = await runnerWith(async () => {
    throw untold;
  });
  const thrown = await runner.failed(job(isLast ? 12 : 1), { error: away, isLast }, signal).catch((error) => error);
  expect(thrown instanceof RetryAt ? [thrown.at, thrown.scope] : thrown).toEqual(at === null ? untold : [at, 'job']);
});
