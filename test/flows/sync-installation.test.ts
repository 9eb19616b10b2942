/** What an installation's events change: rows, jobs, and the token that knows the old permissions. */
import { type InstallationEvent, syncInstallation } from '../../src/flows/sync-installation.js';
import { findInstallation, findRepository, saveRepositories } from '../../src/infra/db/installations.js';
import { findOnboarding, markListed } from '../../src/infra/db/onboarding.js';
import { onPglite } from '../support/databases.js';
import { flowContext, NOW, REPOSITORY } from '../support/flow-context.js';
import { testLog } from '../support/log.js';

const databases = onPglite();

const event = (action: string, more: Partial<InstallationEvent> = {}): InstallationEvent => ({
  action,
  installation: {
    id: 3,
    account: 'harbour',
    accountType: 'Organization',
    permissions: { checks: 'write' },
    events: [],
    createdAt: null,
  },
  added: [],
  removed: [],
  ...more,
});

test('new permissions are taken up at once', async () => {
  const db = await databases.fresh();
  let renewed = 0;
  const { context } = flowContext(db, { renewToken: async () => void renewed++ });
  await syncInstallation(event('created'), context);
  expect(renewed).toBe(0);
  await syncInstallation(event('new_permissions_accepted'), context);
  expect(renewed).toBe(1);
  expect((await findInstallation(db.kysely, 3))?.permissions).toEqual({ checks: 'write' });
});

test('jobs that were given up for want of a permission are tried again when new ones are accepted, and no others', async () => {
  const db = await databases.fresh();
  const log = testLog();
  const needs = { permissions: { checks: 'write', issues: 'write' }, events: ['push'] };
  const { context } = flowContext(db, { renewToken: async () => undefined, needs, log });
  const parked = {
    handler: 'x',
    data: '{}',
    state: 'parked',
    run_at: NOW,
    created_at: NOW,
    installation_id: 3,
  } as const;
  await db.kysely
    .insertInto('job')
    .values([
      { ...parked, subject: 'permission', failure: 'permission' },
      { ...parked, subject: 'of another installation', failure: 'permission', installation_id: 4 },
      { ...parked, subject: 'broken' },
    ])
    .execute();
  await syncInstallation(event('new_permissions_accepted'), context);
  const rows = await db.kysely.selectFrom('job').select('subject').where('state', '=', 'pending').execute();
  expect(rows).toEqual([{ subject: 'permission' }]);
  expect(log.lines).toMatchObject([
    {
      level: 'warn',
      fields: { rearmed: 1, missing: [expect.stringContaining('`issues: write`'), expect.stringContaining('`push`')] },
    },
  ]);
});

const refs = (count: number) => Array.from({ length: count }, (_, id) => ({ ref: { ...REPOSITORY, id } }));

test('a few more repositories make a job each, in the line of their own issue', async () => {
  const db = await databases.fresh();
  const { context, jobs } = flowContext(db, {});
  await syncInstallation(event('added', { added: refs(10) }), context);
  expect(jobs.map(({ handler }) => handler)).toEqual(Array(10).fill('open-baseline'));
  expect(new Set(jobs.map(({ subject }) => subject)).size).toBe(10);
});

test('hundreds of them are onboarded at their pace: one job, which reads the list again', async () => {
  const db = await databases.fresh();
  const { context, jobs } = flowContext(db, {});
  await syncInstallation(event('added', { added: refs(500) }), context);
  expect(jobs.map(({ handler, key }) => [handler, key])).toEqual([['onboard', 'onboard:3']]);
  expect(await findOnboarding(db.kysely, 3)).toMatchObject({ listedAt: null, finishedAt: null });
});

test('an installation that is told of once more goes on with its onboarding; a later one begins anew', async () => {
  const db = await databases.fresh();
  const { context } = flowContext(db, {});
  const created = (createdAt: string) =>
    syncInstallation(event('created', { installation: { ...event('').installation, createdAt } }), context);
  await created('2026-11-22T09:00:00Z');
  await markListed(db.kysely, 3, NOW, NOW);
  await created('2026-11-22T09:00:00Z');
  expect(await findOnboarding(db.kysely, 3)).toMatchObject({ listedAt: NOW });
  await created('2026-11-22T09:30:00Z');
  expect(await findOnboarding(db.kysely, 3)).toMatchObject({
    listedAt: null,
    startedAt: new Date('2026-11-22T09:30:00Z'),
  });
});

test('a removed installation is noted, and one installed again is there again', async () => {
  const db = await databases.fresh();
  const { context } = flowContext(db, {});
  await syncInstallation(event('created'), context);
  await syncInstallation(event('deleted'), context);
  expect((await findInstallation(db.kysely, 3))?.removed_at).toEqual(NOW);
  await syncInstallation(event('created'), context);
  expect((await findInstallation(db.kysely, 3))?.removed_at).toBeNull();
});

test('a repository that moved is not taken for removed when its old installation says so last', async () => {
  const db = await databases.fresh();
  const { context } = flowContext(db, {});
  const facts = { private: false, fork: false, archived: false, hasIssues: true, defaultBranch: 'main' };
  await saveRepositories(db.kysely, [{ ...REPOSITORY, ...facts, installationId: 4 }]);
  const removed = [{ ref: REPOSITORY }];
  await syncInstallation(event('removed', { removed }), context);
  expect((await findRepository(db.kysely, REPOSITORY.id))?.removed_at).toBeNull();
  await syncInstallation(event('removed', { removed, installation: { ...event('').installation, id: 4 } }), context);
  expect((await findRepository(db.kysely, REPOSITORY.id))?.removed_at).toEqual(NOW);
});
