/** Which deliveries are asked for again, and from where on the list is read. */
import { silentLog } from '../../src/core/log.js';
import sweep, { neverDelivered, sweepFrom } from '../../src/chores/sweep-deliveries.js';
import { NotFound } from '../../src/infra/github/errors.js';
import type { GitHubApp, HookDelivery } from '../../src/infra/github/app-gateway.js';
import { onPglite } from '../support/databases.js';

const at = (text: string) => new Date(`2026-11-22T${text}:00Z`);

const delivery = (id: number, guid: string, isOk: boolean): HookDelivery => ({
  id,
  guid,
  deliveredAt: at('10:00'),
  isRedelivery: false,
  isOk,
  statusCode: isOk ? 202 : 502,
  event: 'push',
  action: null,
  installationId: 1,
  repositoryId: 2,
});

test.each<[string, HookDelivery[], number[]]>([
  ['all went well', [delivery(2, 'b', true), delivery(1, 'a', true)], []],
  ['one failed', [delivery(2, 'b', false), delivery(1, 'a', true)], [2]],
  ['a redelivery went well', [delivery(2, 'a', true), delivery(1, 'a', false)], []],
  ['a redelivery failed too: the newest attempt, once', [delivery(2, 'a', false), delivery(1, 'a', false)], [2]],
  ['several, oldest first', [delivery(3, 'c', false), delivery(2, 'b', false)], [2, 3]],
  ['nothing was sent', [], []],
])('%s', (_, list, expected) => {
  expect(neverDelivered(list).map(({ id }) => id)).toEqual(expected);
});

test.each<[string, Date | null, string]>([
  ['the first sweep looks as far back as GitHub keeps', null, '2026-11-19T12:00:00.000Z'],
  ['the next one looks a little past the last', at('11:55'), '2026-11-22T11:45:00.000Z'],
  ['after a long outage three days are all there is', new Date('2026-11-01T00:00:00Z'), '2026-11-19T12:00:00.000Z'],
])('%s', (_, last, expected) => {
  expect(sweepFrom(last, at('12:00')).toISOString()).toBe(expected);
});

describe('on a database', () => {
  const databases = onPglite();

  test('one that GitHub refuses to send again does not keep the others from being sent', async () => {
    const db = await databases.fresh();
    const sent: number[] = [];
    const app = {
      async *deliveries() {
        yield* [delivery(3, 'c', false), delivery(2, 'b', false), delivery(1, 'a', false)];
      },
      redeliver: async (id: number) => {
        if (id === 1) throw new NotFound('not found', { method: 'POST', route: '/app/hook/deliveries' });
        sent.push(id);
      },
    } as unknown as GitHubApp;
    await sweep.run({
      app,
      db: db.kysely,
      clock: { now: () => at('12:00') },
      log: silentLog,
      checklists: [],
      engine: { version: '1' },
      fingerprintKey: new Uint8Array(32),
    });
    expect(sent).toEqual([2, 3]);
    expect((await db.kysely.selectFrom('chore').selectAll().execute()).length).toBe(1);
  });
});
