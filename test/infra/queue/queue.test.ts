/** What the queue promises, on both engines: order within a subject, retries, parking, recovery, an orderly end. */
import { systemClock as clock } from '../../../src/core/clock.js';
import { UserError } from '../../../src/core/user-error.js';
import type { Database } from '../../../src/infra/db/database.js';
import { sweepHistory, sweepPayloads } from '../../../src/infra/db/deliveries.js';
import { parkedJobs } from '../../../src/infra/db/job-care.js';
import { type QueueOptions, createQueue, enqueue } from '../../../src/infra/queue/queue.js';
import { type Received, createReceiver } from '../../../src/infra/queue/receiver.js';
import { type Job, type JobSpec, type Queue, RetryAt } from '../../../src/infra/queue/types.js';
import { onBothEngines } from '../../support/databases.js';
import { gate } from '../../support/gate.js';
import { type Line, type TestLog, testLog } from '../../support/log.js';

const DAY_MS = 86_400_000;
const isDone = (line: Line) => line.message === 'Job done';
const isFailed = (line: Line) => line.message === 'Job failed';

onBothEngines((databases) => {
  const queues: Queue[] = [];
  afterEach(async () => {
    for (const queue of queues.splice(0)) await queue.stop(0);
  });

  async function working(
    db: Database,
    run: QueueOptions['run'],
    options: Partial<QueueOptions> = {},
  ): Promise<{ queue: Queue; log: TestLog }> {
    const log = testLog();
    const queue = createQueue({ db, run, clock, log, random: () => 0.5, backoff: () => 20, pollMs: 20, ...options });
    queues.push(queue);
    await queue.start();
    return { queue, log };
  }

  const job = (handler: string, subject = 's', more: Partial<JobSpec> = {}): JobSpec => ({ handler, subject, ...more });

  function deliver(db: Database, guid: string, jobs: readonly JobSpec[], payload = '{"a":1}'): Promise<Received> {
    const delivery = { guid, event: 'push', action: null, installationId: 1, repositoryId: 2, payload };
    return createReceiver({ db, clock }).receive({ ...delivery, receivedAt: clock.now() }, jobs);
  }

  const payloadOf = async (db: Database, guid: string) =>
    (await db.kysely.selectFrom('delivery').select('payload').where('guid', '=', guid).executeTakeFirstOrThrow())
      .payload;

  test('a job gets its delivery; the payload goes with the last job that needs it', async () => {
    const db = await databases.fresh();
    const ran: Job[] = [];
    const held = gate();
    const payload = '{"text":"nul \\u0000 and half a pair \\ud800"}';
    await deliver(db, 'g1', [job('first', 'a', { data: { n: 1 }, installationId: 5 }), job('second', 'b')], payload);
    const { log } = await working(db, async (taken) => {
      ran.push(taken);
      if (taken.handler === 'second') await held.opened;
    });
    await log.seen(isDone, 1);
    expect(await payloadOf(db, 'g1')).toBe(payload);
    held.open();
    await log.seen(isDone, 2);
    expect(await payloadOf(db, 'g1')).toBeNull();
    expect(ran.find(({ handler }) => handler === 'first')).toMatchObject({
      subject: 'a',
      installationId: 5,
      data: { n: 1 },
      attempt: 1,
      delivery: { guid: 'g1', event: 'push', payload: { text: 'nul \0 and half a pair \ud800' } },
    });
  });

  test('a delivery seen before changes nothing', async () => {
    const db = await databases.fresh();
    const again = Promise.all([deliver(db, 'g', [job('x')]), deliver(db, 'g', [job('x')])]);
    expect((await again).sort()).toEqual(['seen', 'stored']);
    expect(await deliver(db, 'g', [job('x')])).toBe('seen');
    await expect(db.kysely.selectFrom('job').selectAll().execute()).resolves.toHaveLength(1);
  });

  test('many deliveries at once: each gets its own verdict, a bad one harms nobody', async () => {
    const db = await databases.fresh();
    const receiver = createReceiver({ db, clock });
    const base = { event: 'push', action: null, installationId: 1, repositoryId: 2, receivedAt: clock.now() };
    const verdicts = await Promise.allSettled(
      Array.from({ length: 50 }, (_, n) =>
        receiver.receive({ ...base, guid: `g${n % 40}`, payload: n === 7 ? 'nul \0' : '{}' }, [job('x', `s${n}`)]),
      ),
    );
    const count = (want: string) =>
      verdicts.filter((v) => (v.status === 'fulfilled' ? v.value : 'bad') === want).length;
    // g7 fails as the 8th; the 48th of the same guid stores it.
    expect([count('stored'), count('seen'), count('bad')]).toEqual([40, 9, 1]);
  });

  test('jobs of one subject run in order, never two at once', async () => {
    const db = await databases.fresh();
    const order: unknown[] = [];
    let at = 0;
    await enqueue(
      db.kysely,
      clock,
      Array.from({ length: 30 }, (_, n) => job('x', 's', { data: n })),
    );
    const { log } = await working(
      db,
      async ({ data }) => {
        at += 1;
        order.push([data, at]);
        await new Promise(setImmediate);
        at -= 1;
      },
      { concurrency: 5 },
    );
    await log.seen(isDone, 30);
    expect(order).toEqual(Array.from({ length: 30 }, (_, n) => [n, 1]));
  });

  test('jobs of different subjects run at the same time', async () => {
    const db = await databases.fresh();
    let arrived = 0;
    const together = gate();
    await enqueue(db.kysely, clock, [job('x', 'a'), job('x', 'b'), job('x', 'c')]);
    const { log } = await working(db, () => {
      arrived += 1;
      if (arrived === 3) together.open();
      return together.opened;
    });
    await log.seen(isDone, 3);
    expect(arrived).toBe(3);
  });

  test('a failed job is retried before later jobs of its subject; other subjects go on', async () => {
    const db = await databases.fresh();
    const order: string[] = [];
    await enqueue(db.kysely, clock, [job('flaky'), job('later'), job('other', 'o')]);
    const { log } = await working(
      db,
      async ({ handler, attempt }) => {
        order.push(`${handler} ${attempt}`);
        if (handler === 'flaky' && attempt < 3) throw new Error('502');
      },
      { concurrency: 1 },
    );
    await log.seen(isDone, 3);
    expect(order.filter((entry) => !entry.startsWith('other'))).toEqual(['flaky 1', 'flaky 2', 'flaky 3', 'later 1']);
    expect(log.lines.filter(isFailed)[0]).toMatchObject({ level: 'warn', fields: { error: 'Error: 502', attempt: 1 } });
  });

  test('attempts spent: parked and visible, the subject goes on, re-armed by hand', async () => {
    const db = await databases.fresh();
    let broken = true;
    await enqueue(db.kysely, clock, [job('bad'), job('good')]);
    const { queue, log } = await working(
      db,
      async ({ handler }) => {
        if (handler === 'bad' && broken) throw new TypeError('it broke\nand a second line');
      },
      { maxAttempts: 2, kindOf: (error) => (error instanceof TypeError ? 'permission' : null) },
    );
    await log.seen(isDone);
    const kinds = await db.kysely.selectFrom('job').select('failure').where('state', '=', 'parked').execute();
    expect(kinds).toEqual([{ failure: 'permission' }]);
    const [parked, ...others] = await parkedJobs(db.kysely, 10);
    expect(others).toEqual([]);
    expect(parked).toMatchObject({ handler: 'bad', error: 'TypeError: it broke', canRearm: true });
    expect(await queue.stats()).toMatchObject({ pending: 0, running: 0, parked: 1, oldestDueSeconds: 0 });
    broken = false;
    expect(await queue.rearm([(parked?.id ?? 0) + 1000])).toBe(0);
    expect(await queue.rearm([parked?.id ?? 0])).toBe(1);
    await log.seen(isDone, 2);
    expect(await queue.stats()).toMatchObject({ parked: 0 });
  });

  test('every failure is told before it counts; whoever is told may keep the job in line', async () => {
    const db = await databases.fresh();
    const told: string[] = [];
    await enqueue(db.kysely, clock, [job('bad'), job('limited', 't'), job('said', 'u')]);
    const { queue, log } = await working(
      db,
      async ({ handler }) => {
        if (handler === 'said') throw new UserError('The person was told.');
        if (handler === 'limited') throw new RetryAt(new Date(clock.now().getTime() + DAY_MS));
        if (handler === 'bad') throw new TypeError('it broke');
      },
      {
        maxAttempts: 2,
        failed: async ({ handler, attempt }, { error, isLast }) => {
          told.push(`${handler} ${attempt} ${isLast} ${String(error)}`);
          if (told.length === 1) throw new Error('a failure of telling changes nothing');
          if (told.length === 2) throw new RetryAt(clock.now(), { scope: 'job' });
        },
      },
    );
    await log.seen(isFailed, 5);
    await log.seen((line) => line.message === 'A failure could not be told', 1);
    const it = 'TypeError: it broke';
    expect(told).toEqual([`bad 1 false ${it}`, `bad 2 true ${it}`, `bad 2 true ${it}`]);
    expect(await queue.stats()).toMatchObject({ parked: 1 });
  });

  test('a redelivery re-arms parked jobs and brings the payload back', async () => {
    const db = await databases.fresh();
    let broken = true;
    await deliver(db, 'g', [job('bad')]);
    const { queue, log } = await working(
      db,
      async () => {
        if (broken) throw new Error('no');
      },
      { maxAttempts: 1 },
    );
    await log.seen(isFailed);
    const now = clock.now().getTime();
    expect(await sweepPayloads(db.kysely, new Date(now + 2.9 * DAY_MS))).toBe(0);
    expect(await sweepPayloads(db.kysely, new Date(now + 3.1 * DAY_MS))).toBe(1);
    expect(await payloadOf(db, 'g')).toBeNull();
    expect(await queue.rearm()).toBe(0);
    broken = false;
    expect(await deliver(db, 'g', [job('bad')])).toBe('seen');
    await log.seen(isDone);
    expect(await payloadOf(db, 'g')).toBeNull();
  });

  test('history is kept for two weeks, parked jobs longer, our own jobs a day', async () => {
    const db = await databases.fresh();
    await enqueue(db.kysely, clock, [job('own', 'c')]);
    await deliver(db, 'done', [job('good', 'a')]);
    await deliver(db, 'parked', [job('bad', 'b')]);
    const { log } = await working(
      db,
      async ({ handler }) => {
        if (handler === 'bad') throw new Error('no');
      },
      { maxAttempts: 1 },
    );
    await log.seen((line) => isDone(line) || isFailed(line), 3);
    const jobs = async () =>
      (await db.kysely.selectFrom('job').select('handler').orderBy('handler').execute()).map(({ handler }) => handler);
    const left = async (days: number) => {
      await sweepHistory(db.kysely, new Date(clock.now().getTime() + days * DAY_MS));
      return (await db.kysely.selectFrom('delivery').select('guid').orderBy('guid').execute()).map(({ guid }) => guid);
    };
    await sweepHistory(db.kysely, clock.now());
    expect(await jobs()).toEqual(['bad', 'good', 'own']);
    expect(await left(13)).toEqual(['done', 'parked']);
    expect(await jobs()).toEqual(['bad', 'good']);
    expect(await left(15)).toEqual(['parked']);
    expect(await left(91)).toEqual([]);
  });

  test('a rate limit costs no attempt and holds its installation only', async () => {
    const db = await databases.fresh();
    const order: string[] = [];
    let limited = true;
    await enqueue(db.kysely, clock, [
      job('limited', 'a', { installationId: 1 }),
      job('same', 'b', { installationId: 1 }),
      job('other', 'c', { installationId: 2 }),
    ]);
    const { log } = await working(
      db,
      async ({ handler, attempt }) => {
        order.push(`${handler} ${attempt}`);
        if (handler !== 'limited' || !limited) return;
        limited = false;
        throw new RetryAt(clock.now());
      },
      { concurrency: 1, maxAttempts: 1 },
    );
    await log.seen(isDone, 3);
    expect(order.slice(0, 2)).toEqual(['limited 1', 'other 1']);
    expect(order.slice(2).sort()).toEqual(['limited 1', 'same 1']);
    expect(await db.kysely.selectFrom('job').select('attempts').execute()).toEqual(Array(3).fill({ attempts: 1 }));
  });

  test('a UserError ends the job: the person was told', async () => {
    const db = await databases.fresh();
    await enqueue(db.kysely, clock, [job('x'), job('after')]);
    const { queue, log } = await working(db, async ({ handler }) => {
      if (handler === 'x') throw new UserError('No such item');
    });
    await log.seen(isDone);
    expect(await queue.stats()).toMatchObject({ pending: 0, parked: 0 });
  });

  test('a job for later lets others of its subject pass, and comes', async () => {
    const db = await databases.fresh();
    const order: string[] = [];
    await enqueue(db.kysely, clock, [
      job('later', 's', { runAt: new Date(clock.now().getTime() + 500) }),
      job('now'),
      job('much later', 's', { runAt: new Date(clock.now().getTime() + DAY_MS) }),
    ]);
    const { queue, log } = await working(db, async ({ handler }) => void order.push(handler));
    await log.seen(isDone, 2);
    expect(order).toEqual(['now', 'later']);
    // What was put off and never tried keeps nobody waiting.
    expect(await queue.stats()).toMatchObject({ pending: 0, oldestDueSeconds: 0 });
  });

  test('waiting jobs of one key collapse: newest data, earliest time', async () => {
    const db = await databases.fresh();
    const ran: unknown[] = [];
    const later = new Date(clock.now().getTime() + DAY_MS);
    await enqueue(db.kysely, clock, [job('x', 's', { key: 'k', data: 1 })]);
    await enqueue(db.kysely, clock, [job('x', 's', { key: 'k', data: 2, runAt: later })]);
    await enqueue(db.kysely, clock, [job('x', 's', { key: 'other', data: 3 })]);
    const { queue, log } = await working(db, async ({ data }) => {
      ran.push(data);
      // One that runs is not waiting: it may have read what has changed since.
      if (data === 2) await enqueue(db.kysely, clock, [job('x', 's', { key: 'k', data: 4 })]);
    });
    await log.seen(isDone, 3);
    expect(ran).toEqual([2, 3, 4]);
    expect(await queue.stats()).toMatchObject({ pending: 0 });
  });

  test('a periodic job comes again, also after it was given up', async () => {
    const db = await databases.fresh();
    let runs = 0;
    const { queue, log } = await working(
      db,
      async () => {
        runs += 1;
        if (runs === 1) throw new Error('once');
      },
      { maxAttempts: 1 },
    );
    await queue.every('sweep', 30);
    await queue.every('sweep', 20);
    await log.seen(isDone, 3);
    expect(log.lines.filter(isFailed)).toHaveLength(1);
    expect(await queue.stats()).toMatchObject({ parked: 0 });
  });

  test('a periodic job that a start asked for while it ran stays periodic', async () => {
    const db = await databases.fresh();
    let runs = 0;
    const { queue, log } = await working(db, async () => {
      runs += 1;
      // As another process does when it starts.
      if (runs === 1) await enqueue(db.kysely, clock, [job('sweep', 'every:sweep', { key: 'every:sweep' })]);
    });
    await queue.every('sweep', 20);
    await log.seen(isDone, 3);
  });

  test('jobs of a process that is gone are picked up at the start', async () => {
    const db = await databases.fresh();
    await enqueue(db.kysely, clock, [job('once', 'a'), job('spent', 'b'), job('after', 'b')]);
    await db.kysely
      .updateTable('job')
      .set(({ eb }) => ({
        state: 'running',
        worker: 'pool-gone',
        started_at: clock.now(),
        attempts: eb.case().when('handler', '=', 'spent').then(3).else(1).end(),
      }))
      .where('handler', '<>', 'after')
      .execute();
    const ran: string[] = [];
    const told: string[] = [];
    const { log } = await working(db, async ({ handler, attempt }) => void ran.push(`${handler} ${attempt}`), {
      maxAttempts: 3,
      failed: async ({ handler }, { isLast }) => void told.push(`${handler} ${isLast}`),
    });
    await log.seen(isDone, 2);
    expect(ran.sort()).toEqual(['after 1', 'once 2']);
    // It is not run once more, for it may have ended the process; whoever waits for it is told.
    expect(told).toEqual(['spent true']);
    await expect(parkedJobs(db.kysely, 9)).resolves.toMatchObject([{ handler: 'spent' }]);
  });

  test('an orderly end lets jobs in flight finish and takes no others', async () => {
    const db = await databases.fresh();
    const running = gate();
    const held = gate();
    await enqueue(db.kysely, clock, [job('slow'), job('next')]);
    const { queue, log } = await working(db, async ({ handler }) => {
      if (handler === 'slow') running.open();
      await held.opened;
    });
    await running.opened;
    expect(queue.isWorking()).toBe(true);
    const stopped = queue.stop(60_000);
    expect(queue.isWorking()).toBe(false);
    held.open();
    await stopped;
    expect(log.lines.filter(isDone)).toMatchObject([{ fields: { handler: 'slow' } }]);
    expect(await queue.stats()).toMatchObject({ pending: 1, running: 0 });
    const { log: second } = await working(db, async () => undefined);
    await second.seen(isDone);
  });

  test('past the grace time a job is aborted and given back without costing an attempt', async () => {
    const db = await databases.fresh();
    const running = gate();
    let aborted = false;
    await enqueue(db.kysely, clock, [job('endless')]);
    const { queue } = await working(db, (_job, signal) => {
      signal.addEventListener('abort', () => {
        aborted = true;
      });
      running.open();
      return new Promise(() => undefined);
    });
    await running.opened;
    await queue.stop(0);
    expect(aborted).toBe(true);
    await expect(db.kysely.selectFrom('job').select(['state', 'attempts', 'worker']).execute()).resolves.toEqual([
      { state: 'pending', attempts: 0, worker: null },
    ]);
    const attempts: number[] = [];
    const { log } = await working(db, async ({ attempt }) => void attempts.push(attempt));
    await log.seen(isDone);
    expect(attempts).toEqual([1]);
  });

  test('a job without an end is aborted after its time and retried', async () => {
    const db = await databases.fresh();
    await enqueue(db.kysely, clock, [job('x')]);
    const { log } = await working(
      db,
      ({ attempt }) => (attempt === 1 ? new Promise(() => undefined) : Promise.resolve()),
      { jobTimeoutMs: 30 },
    );
    await log.seen(isDone);
    expect(log.lines.filter(isFailed)).toMatchObject([{ fields: { error: 'Error: No end after 30 ms' } }]);
  });
});
