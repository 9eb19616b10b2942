/** Who may see what, who is signed in, and the tokens of programs, on both engines. */
import { apiTokens, installationOfToken, makeApiToken, revokeApiToken } from '../../../src/infra/db/api-tokens.js';
import type { Db } from '../../../src/infra/db/database.js';
import { removeInstallation, saveInstallation, saveRepositories } from '../../../src/infra/db/installations.js';
import { endSessionsOf, findSession, pruneSessions, saveSession } from '../../../src/infra/db/sessions.js';
import {
  findOrganisation,
  findSeenRepository,
  forgetViewer,
  freshnessOf,
  markOutdated,
  organisationsOf,
  saveSight,
  saveViewer,
} from '../../../src/infra/db/viewers.js';
import { onBothEngines } from '../../support/databases.js';

const NOW = new Date('2026-11-23T10:00:00Z');
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

const ADA = { userId: 1, login: 'ada' };
const EVE = { userId: 2, login: 'eve' };

async function world(db: Db): Promise<void> {
  const more = { accountType: 'Organization', permissions: {}, events: [], suspendedAt: null };
  await saveInstallation(db, { id: 3, account: 'Harbour', ...more });
  await saveInstallation(db, { id: 4, account: 'lighthouse', ...more });
  const facts = { owner: 'Harbour', private: true, fork: false, archived: false, hasIssues: true, defaultBranch: null };
  await saveRepositories(db, [
    { id: 7, installationId: 3, name: 'Quay', ...facts },
    { id: 8, installationId: 3, name: 'pier', ...facts },
  ]);
  await saveSight(
    db,
    ADA,
    {
      installations: new Map([
        [3, 'owner'],
        [4, 'member'],
      ]),
      repositories: new Map([
        [7, 'admin'],
        [8, 'read'],
      ]),
    },
    NOW,
  );
}

onBothEngines((databases) => {
  let db: Db;

  beforeEach(async () => {
    db = (await databases.fresh()).kysely;
    await world(db);
  });

  test('a later answer replaces an earlier one, and an earlier one comes too late', async () => {
    const less = { installations: new Map([[3, 'member' as const]]), repositories: new Map([[8, 'write' as const]]) };
    await saveSight(db, { ...ADA, login: 'ada-l' }, less, later(1));
    await saveSight(db, ADA, { installations: new Map([[4, 'owner']]), repositories: new Map([[7, 'admin']]) }, NOW);
    expect(await organisationsOf(db, ADA)).toEqual([{ installationId: 3, account: 'Harbour', seat: 'member' }]);
    expect([
      await findSeenRepository(db, ADA, 3, 'QUAY'),
      (await findSeenRepository(db, ADA, 3, 'PIER'))?.permission,
    ]).toEqual([null, 'write']);
    expect(await freshnessOf(db, ADA)).toEqual({ checkedAt: later(1), isOutdated: false });
  });

  test('a name that the database cannot hold is nobody’s', async () => {
    expect([await findOrganisation(db, ADA, '\0'), await findSeenRepository(db, ADA, 3, 'Quay\0')]).toEqual([
      null,
      null,
    ]);
  });

  test('nobody finds what is another’s, in another installation, or gone', async () => {
    await saveSight(db, EVE, { installations: new Map(), repositories: new Map() }, NOW);
    expect([await findOrganisation(db, EVE, 'harbour'), await findSeenRepository(db, EVE, 3, 'quay')]).toEqual([
      null,
      null,
    ]);
    expect([
      (await findOrganisation(db, ADA, 'HARBOUR'))?.seat,
      (await findSeenRepository(db, ADA, 3, 'quay'))?.permission,
      await findSeenRepository(db, ADA, 4, 'quay'),
    ]).toEqual(['owner', 'admin', null]);
    await removeInstallation(db, 3, NOW);
    expect([await findOrganisation(db, ADA, 'harbour'), await findSeenRepository(db, ADA, 3, 'quay')]).toEqual([
      null,
      null,
    ]);
  });

  test.each([
    ['the person', { userId: 1 }, true, false],
    ['somebody else', { userId: 2 }, false, true],
    ['their installation', { installationId: 3, repositoryId: null }, true, false],
    ['a repository that they see, from another installation', { installationId: 99, repositoryId: 8 }, true, false],
    ['what is nobody’s', { installationId: 99, repositoryId: null }, false, false],
  ])('what is known is old once a webhook speaks of %s', async (_name, concerned, ada, eve) => {
    await saveSight(db, EVE, { installations: new Map(), repositories: new Map() }, NOW);
    await markOutdated(db, concerned, later(1));
    expect([(await freshnessOf(db, ADA))?.isOutdated, (await freshnessOf(db, EVE))?.isOutdated]).toEqual([ada, eve]);
    await saveSight(db, ADA, { installations: new Map(), repositories: new Map() }, later(2));
    expect((await freshnessOf(db, ADA))?.isOutdated).toBe(false);
  });

  test('a session is found until its end, unless it lies idle; then it and what its person saw are forgotten', async () => {
    await saveViewer(db, EVE, NOW);
    for (const [id, userId] of [
      ['a', 1],
      ['e', 2],
    ] as const)
      await saveSession(db, { id, userId, sealedToken: 's', createdAt: NOW, endsAt: later(480) });
    const find = (id: string, now: Date) =>
      findSession(db, id, { now, idleSince: new Date(now.getTime() - 60 * 60_000) });
    expect((await find('a', later(59)))?.viewer).toEqual(ADA);
    expect([await find('a', later(60)), await find('x', NOW)]).toEqual([null, null]);
    await endSessionsOf(db, 1);
    await pruneSessions(db, { now: later(481), idleSince: later(-999) });
    const left = async (table: 'session' | 'viewer_repository' | 'viewer_installation') =>
      (await db.selectFrom(table).selectAll().execute()).length;
    expect([await left('session'), await left('viewer_repository'), await left('viewer_installation')]).toEqual([
      0, 0, 0,
    ]);
  });

  test('who is just signing in is not forgotten before their session is there', async () => {
    await saveViewer(db, EVE, NOW);
    await pruneSessions(db, { now: later(1), idleSince: later(-60) });
    await saveSession(db, { id: 'e', userId: 2, sealedToken: 's', createdAt: NOW, endsAt: later(480) });
    expect(await findSession(db, 'e', { now: later(1), idleSince: later(-60) })).toMatchObject({ viewer: EVE });
  });

  test('who withdrew is forgotten', async () => {
    await forgetViewer(db, 1);
    expect([await freshnessOf(db, ADA), await organisationsOf(db, ADA)]).toEqual([null, []]);
  });

  test('a token opens its own installation until it ends, is revoked, or the account leaves', async () => {
    const wanted = { installationId: 3, by: 'ada', at: NOW, endsAt: later(60) };
    const token = (await makeApiToken(db, { ...wanted, name: 'Nightly' })) ?? '';
    expect(await makeApiToken(db, { ...wanted, name: 'nightly' })).toBeNull();
    const other = (await makeApiToken(db, { ...wanted, installationId: 4, name: 'nightly' })) ?? '';
    expect([await installationOfToken(db, token, NOW), await installationOfToken(db, other, NOW)]).toEqual([3, 4]);
    expect([await installationOfToken(db, `${token}x`, NOW), await installationOfToken(db, token, later(60))]).toEqual([
      null,
      null,
    ]);
    const [listed] = await apiTokens(db, 3, NOW);
    expect(listed).toMatchObject({ name: 'Nightly', madeBy: 'ada', usedAt: NOW });
    const id = listed?.id ?? 0;
    expect(await revokeApiToken(db, { installationId: 4, id, by: 'eve', at: NOW })).toBeNull();
    expect(await revokeApiToken(db, { installationId: 3, id, by: 'ada', at: NOW })).toBe('Nightly');
    expect([await installationOfToken(db, token, NOW), await apiTokens(db, 3, NOW)]).toEqual([null, []]);
    await removeInstallation(db, 4, NOW);
    expect(await installationOfToken(db, other, NOW)).toBeNull();
    // Its name is free once it has ended.
    expect(await makeApiToken(db, { ...wanted, name: 'again' })).not.toBeNull();
    expect(await makeApiToken(db, { ...wanted, name: 'again', at: later(61), endsAt: later(99) })).not.toBeNull();
  });
});
