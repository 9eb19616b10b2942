/** What GitHub has and we have not is sent again or fetched, once, at a pace, and not for ever. */
import sweep, { nextTryAt, sweepFrom } from '../../src/chores/sweep-deliveries.js';
import type { Database } from '../../src/infra/db/database.js';
import { countLost, findSweep } from '../../src/infra/db/sweeps.js';
import type { GitHubApp, HookDelivery } from '../../src/infra/github/app-gateway.js';
import { NotFound, RateLimited } from '../../src/infra/github/errors.js';
import { createAccept } from '../../src/infra/queue/accept.js';
import { createReceiver } from '../../src/infra/queue/receiver.js';
import { RetryAt } from '../../src/infra/queue/types.js';
import { choreContext } from '../support/chore-context.js';
import { onPglite } from '../support/databases.js';
import { testLog } from '../support/log.js';

const at = (text: string) => new Date(`2026-11-22T${text}:00Z`);
const MINUTE = 60_000;
const CALL = { method: 'POST', route: '/app/hook/deliveries' };

test.each<[string, Date | null, string]>([
  ['the first sweep looks as far back as GitHub keeps', null, '2026-11-19T12:00:00.000Z'],
  ['the next one looks a little past the last', at('11:55'), '2026-11-22T11:45:00.000Z'],
  ['after a long outage three days are all there is', new Date('2026-11-01T00:00:00Z'), '2026-11-19T12:00:00.000Z'],
])('%s', (_, last, expected) => {
  expect(sweepFrom(last, at('12:00')).toISOString()).toBe(expected);
});

test('tries are further and further apart, and there are four', () => {
  const waits = [1, 2, 3, 4].map((tries) => nextTryAt(tries, at('12:00')));
  expect(waits.map((next) => next && (next.getTime() - at('12:00').getTime()) / MINUTE)).toEqual([10, 60, 360, null]);
});

describe('on a database', () => {
  const databases = onPglite();
  let db: Database;
  beforeEach(async () => {
    db = await databases.fresh();
  });

  interface Log {
    readonly guid: string;
    readonly isOk?: boolean;
    readonly event?: string;
  }

  /** GitHub with that log, oldest first; what it sends again arrives unless `isDeaf`. */
  function world(log: readonly Log[], given: { isDeaf?: boolean; perCall?: number; parse?: () => void } = {}) {
    const state = { now: at('12:00').getTime(), sent: [] as string[], fetched: [] as string[], pages: 0 };
    const tick = () => {
      state.now += given.perCall ?? 0;
    };
    const jobsFor = (event: string) => {
      given.parse?.();
      return event === 'push' ? [{ handler: 'scan-push', subject: 'x', installationId: 1 }] : null;
    };
    const accept = createAccept(createReceiver({ db, clock: { now: () => new Date(state.now) } }), jobsFor);
    const take = (guid: string, event: string) =>
      accept({ guid, event, payload: {}, text: '{}', receivedAt: at('12:00') });
    const all = log.map(
      ({ guid, isOk = false, event = 'push' }, id): HookDelivery => ({
        id,
        guid,
        deliveredAt: at('11:30'),
        isRedelivery: false,
        isOk,
        statusCode: isOk ? 202 : 502,
        event,
        action: null,
        installationId: 1,
        repositoryId: 2,
      }),
    );
    const byId = (id: number): HookDelivery => {
      const found = all[id];
      if (found === undefined) throw new NotFound('not found', CALL);
      return found;
    };
    const app = {
      deliveries: async (cursor: string | null) => {
        tick();
        state.pages += 1;
        const newest = [...all].reverse();
        const from = cursor === null ? 0 : Number(cursor);
        const next = from + 100 < newest.length ? String(from + 100) : null;
        return { deliveries: newest.slice(from, from + 100), next };
      },
      redeliver: async (id: number) => {
        tick();
        const { guid, event } = byId(id);
        state.sent.push(guid);
        if (guid === 'refused') throw new NotFound('not found', CALL);
        if (given.isDeaf !== true) await take(guid, event).catch(() => undefined);
      },
      delivery: async (id: number) => {
        tick();
        const { guid, event } = byId(id);
        state.fetched.push(guid);
        if (guid === 'limited' && state.fetched.length === 1) throw new RateLimited(CALL, at('12:01'), 'primary');
        return { guid, event, payload: {} };
      },
    } as unknown as GitHubApp;
    const lines = testLog();
    const context = choreContext(db, () => new Date(state.now), {
      app,
      log: lines,
      webhooks: { isWanted: (event) => event === 'push', accept },
    });
    return { state, take, lines, run: () => sweep.run(context) };
  }

  const stored = async () => (await db.kysely.selectFrom('delivery').select('guid').execute()).map(({ guid }) => guid);
  const jobs = async () => (await db.kysely.selectFrom('job').select('id').execute()).length;

  test('one that failed is sent again; one that nobody listens to and one that came in are not', async () => {
    const { state, take, run } = world([{ guid: 'lost' }, { guid: 'star', event: 'star' }, { guid: 'late' }]);
    await take('late', 'push');
    await run();
    expect([state.sent, state.fetched]).toEqual([['lost'], []]);
    await run();
    expect(state.sent).toEqual(['lost']);
    expect(await countLost(db.kysely)).toEqual({ waiting: 0, givenUp: 0 });
  });

  test('one that GitHub thinks delivered and that we do not have, as after a restored backup, comes in', async () => {
    const { run } = world([{ guid: 'gone', isOk: true }]);
    await run();
    expect(await stored()).toEqual(['gone']);
    expect(await jobs()).toBe(1);
  });

  test('one that GitHub refuses to send again is fetched, and does not keep the others from being sent', async () => {
    const { state, run } = world([{ guid: 'refused' }, { guid: 'b' }, { guid: 'c' }]);
    await run();
    expect(state.sent).toEqual(['refused', 'b', 'c']);
    expect((await stored()).sort()).toEqual(['b', 'c', 'refused']);
  });

  test('where no webhook reaches us, they are fetched at the second try', async () => {
    const { state, run } = world([{ guid: 'a' }], { isDeaf: true });
    await run();
    expect(await stored()).toEqual([]);
    state.now += 11 * MINUTE;
    await run();
    expect(await stored()).toEqual(['a']);
  });

  // As 2,000 and 200 would be, in less time.
  test('hundreds lost and doubled: one sweep gets each one once, in slices that give way to others', async () => {
    const lost = Array.from({ length: 300 }, (_, n) => ({ guid: `lost-${n}` }));
    const doubled = Array.from({ length: 30 }, (_, n) => ({ guid: `twice-${n}`, isOk: true }));
    const { state, take, run } = world([...lost, ...doubled, ...doubled], { perCall: 1_700 });
    for (const { guid } of doubled) await take(guid, 'push');
    let slices = 1;
    for (; slices < 10; slices += 1) {
      try {
        await run();
        break;
      } catch (error) {
        expect(error).toBeInstanceOf(RetryAt);
      }
    }
    expect(slices).toBe(3);
    expect(new Set(await stored()).size).toBe(330);
    expect(await jobs()).toBe(330);
    expect([state.sent.length, state.fetched.length, state.pages]).toEqual([100, 200, 4]);
    expect(await findSweep(db.kysely)).toMatchObject({ looked: 360, found: 300, sent_again: 100, taken_in: 200 });
  });

  test('one that we cannot read is not asked for over and over: it is given up, said and counted', async () => {
    const parse = () => {
      throw new TypeError('PRIVATE');
    };
    const { state, lines, run } = world([{ guid: 'odd' }], { parse });
    for (let minutes = 0; minutes < 24 * 60; minutes += 30) {
      await run();
      state.now += 30 * MINUTE;
    }
    expect([state.sent, state.fetched.length]).toEqual([['odd'], 3]);
    expect(await countLost(db.kysely)).toEqual({ waiting: 0, givenUp: 1 });
    expect(lines.lines.filter(({ level }) => level === 'warn')).toHaveLength(1);
    expect(JSON.stringify(lines.lines)).not.toContain('PRIVATE');
  });

  test('a limit ends the run where it is, and the next one goes on there', async () => {
    const { state, run } = world([{ guid: 'limited', isOk: true }], { isDeaf: true });
    await db.kysely
      .insertInto('sweep')
      .values({ id: 1, since: at('11:00'), started_at: at('11:59'), sent_again: 100 })
      .execute();
    await expect(run()).rejects.toThrow(RateLimited);
    expect((await findSweep(db.kysely))?.ended_at).toBeNull();
    await run();
    expect([await stored(), state.pages]).toEqual([['limited'], 1]);
  });

  test('one that was cut off days ago begins anew: its place in the list is gone', async () => {
    const { run } = world([{ guid: 'lost', isOk: true }]);
    const long = new Date('2026-11-18T12:00:00Z');
    await db.kysely.insertInto('sweep').values({ id: 1, since: long, started_at: long, cursor: '500' }).execute();
    await run();
    expect(await stored()).toEqual(['lost']);
  });
});
