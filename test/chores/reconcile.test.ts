/** Who has installed us is known from GitHub, not from webhooks alone; what it does not grant is said once. */
import chore from '../../src/chores/reconcile.js';
import type { Database } from '../../src/infra/db/database.js';
import { findInstallation, saveInstallation } from '../../src/infra/db/installations.js';
import type { GitHubApp, Installation } from '../../src/infra/github/app-gateway.js';
import { Unauthorized } from '../../src/infra/github/errors.js';
import { choreContext } from '../support/chore-context.js';
import { onPglite } from '../support/databases.js';
import { testLog } from '../support/log.js';

const NOW = new Date('2026-11-22T10:00:00Z');
const databases = onPglite();

const installation = (id: number, more: Partial<Installation> = {}): Installation => ({
  ...{ id, account: `org-${id}`, accountId: id, accountType: 'Organization', isSuspended: false, selection: 'all' },
  ...{ permissions: { checks: 'write' }, events: ['push'] },
  ...more,
});

function contextOf(db: Database, list: readonly Installation[], gone: readonly number[] = []) {
  const log = testLog();
  const app = {
    identity: async () => ({ id: 1, slug: 'x', permissions: { checks: 'write' }, events: [] }),
    async *installations() {
      yield* list;
    },
    refreshToken: async (id: number) => {
      if (gone.includes(id)) throw new Unauthorized('gone', { method: 'POST', route: '/t' }, { status: 404 });
    },
  } as unknown as GitHubApp;
  const needs = { permissions: { checks: 'write' }, events: ['push'] };
  return { log, context: choreContext(db, () => NOW, { app, log, needs, shipped: needs }) };
}

test('an installation that nobody told us of is gone through, one that is gone is noted', async () => {
  const db = await databases.fresh();
  const facts = { account: 'x', accountType: 'User', permissions: {}, events: [], suspendedAt: null };
  for (const id of [4, 5, 6]) await saveInstallation(db.kysely, { id, ...facts });
  const { context } = contextOf(db, [installation(3), installation(5, { isSuspended: true })], [4]);
  await chore.run(context);
  // The first run of a process only looks who is there: the sweep goes first.
  expect(await db.kysely.selectFrom('job').selectAll().execute()).toEqual([]);
  await chore.run(context);
  const of = (id: number) => findInstallation(db.kysely, id);
  expect(await of(3)).toMatchObject({ account: 'org-3', permissions: { checks: 'write' }, removed_at: null });
  expect(await of(4)).toMatchObject({ removed_at: NOW });
  expect(await of(5)).toMatchObject({ removed_at: null, suspended_at: NOW });
  // Between two pages of the list.
  expect(await of(6)).toMatchObject({ removed_at: null });
  const jobs = await db.kysely.selectFrom('job').select(['handler', 'subject', 'installation_id']).execute();
  expect(jobs).toEqual([{ handler: 'reconcile-installation', subject: 'reconcile:3', installation_id: 3 }]);
  await db.kysely.deleteFrom('job').execute();
  await chore.run(context);
  expect(await db.kysely.selectFrom('job').selectAll().execute()).toEqual([]);
});

test('what the App or an installation lacks is said once, and again when it changes', async () => {
  const db = await databases.fresh();
  const lacking = installation(6, { permissions: { checks: 'read' } });
  const { log, context } = contextOf(db, [lacking]);
  await chore.run(context);
  await chore.run(context);
  const told = () => log.lines.filter(({ level }) => level === 'warn').map(({ fields }) => fields.who);
  expect(told()).toEqual(['app.yml', 'org-6']);
  context.told.delete('reconcile');
  await chore.run({ ...contextOf(db, [installation(6)]).context, log, told: context.told });
  expect(log.lines.at(-1)).toMatchObject({ level: 'info', fields: { who: 'org-6' } });
});
