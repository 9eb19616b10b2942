/** Waivers and assignments on both engines: one request and one waiver in force at a time, and who has to be looked at when. */
import { assign, assignees, isAssigned } from '../../../src/infra/db/assignments.js';
import { saveItemState } from '../../../src/infra/db/baselines.js';
import { inTransaction } from '../../../src/infra/db/database.js';
import { removeRepositories, saveRepositories } from '../../../src/infra/db/installations.js';
import {
  approveWaiver,
  askForWaiver,
  closeWaivers,
  currentWaivers,
  repositoriesWithAttestations,
  repositoriesWithWaivers,
} from '../../../src/infra/db/waivers.js';
import { onBothEngines } from '../../support/databases.js';

const NOW = new Date('2026-11-22T10:00:00.000Z');
const REPOSITORY = {
  id: 7,
  installationId: 3,
  owner: 'harbour',
  name: 'quay',
  private: true,
  fork: false,
  archived: false,
  hasIssues: true,
  defaultBranch: 'main',
};
const request = (until: string) => ({
  requestedBy: 'ann',
  requestedAt: NOW.toISOString(),
  until,
  reason: 'the partner is slow',
});
const approvals = [{ by: 'bob', at: NOW.toISOString() }];

onBothEngines((databases) => {
  test('a request replaces the one that waits, and an approved one the waiver in force', async () => {
    const { kysely } = await databases.fresh();
    const current = async () => (await currentWaivers(kysely, 7, 'hsts')).map(({ state, until }) => [state, until]);
    const approve = async () => {
      const waiver = (await currentWaivers(kysely, 7)).find(({ state }) => state === 'asked');
      if (waiver === undefined) throw new Error('Nothing waits');
      expect(await inTransaction(kysely, (trx) => approveWaiver(trx, waiver, approvals, NOW))).toBe(true);
      // Somebody else approves at the same moment, from the same reading.
      expect(await inTransaction(kysely, (trx) => approveWaiver(trx, waiver, [], NOW))).toBe(false);
    };
    await askForWaiver(kysely, 7, 'hsts', request('2026-11-23'));
    await askForWaiver(kysely, 7, 'hsts', request('2026-11-24'));
    await askForWaiver(kysely, 7, 'csp', request('2026-11-24'));
    expect(await current()).toEqual([['asked', '2026-11-24']]);
    const [asked] = await currentWaivers(kysely, 7, 'csp');
    expect(await approveWaiver(kysely, { id: 0, ...asked, repositoryId: 7, itemId: 'csp', approvals }, [], NOW)).toBe(
      false,
    );
    await closeWaivers(kysely, 7, ['csp']);
    await approve();
    expect(await currentWaivers(kysely, 7)).toEqual([
      expect.objectContaining({ ...request('2026-11-24'), approvals, state: 'active', activatedAt: NOW.toISOString() }),
    ]);
    await askForWaiver(kysely, 7, 'hsts', request('2026-11-29'));
    expect(await current()).toEqual([
      ['active', '2026-11-24'],
      ['asked', '2026-11-29'],
    ]);
    await approve();
    expect(await current()).toEqual([['active', '2026-11-29']]);
    expect(await closeWaivers(kysely, 7, ['hsts', 'csp'])).toBe(1);
    const all = await kysely.selectFrom('waiver').select('state').orderBy('id').execute();
    expect(all.map(({ state }) => state)).toEqual(['withdrawn', 'ended', 'withdrawn', 'ended']);
  });

  test('repositories are due by the last day of a waiver, or because somebody attested something', async () => {
    const { kysely } = await databases.fresh();
    const due = [{ repositoryId: 7, installationId: 3 }];
    await saveRepositories(kysely, [REPOSITORY]);
    await askForWaiver(kysely, 7, 'hsts', request('2026-11-24'));
    expect(await repositoriesWithWaivers(kysely, '2026-12-31')).toEqual(due);
    for (const waiver of await currentWaivers(kysely, 7)) await approveWaiver(kysely, waiver, approvals, NOW);
    expect(await repositoriesWithWaivers(kysely, '2026-11-23')).toEqual([]);
    expect(await repositoriesWithWaivers(kysely, '2026-11-24')).toEqual(due);
    await saveItemState(kysely, 7, 'sri', { kind: 'open' }, NOW);
    expect(await repositoriesWithAttestations(kysely)).toEqual([]);
    await saveItemState(kysely, 7, 'sri', { kind: 'done', by: 'ann', at: NOW.toISOString() }, NOW);
    await saveItemState(kysely, 7, 'csp', { kind: 'done', by: 'ann', at: NOW.toISOString() }, NOW);
    expect(await repositoriesWithAttestations(kysely)).toEqual(due);
    await removeRepositories(kysely, [7], NOW);
    expect(await repositoriesWithAttestations(kysely)).toEqual([]);
    expect(await repositoriesWithWaivers(kysely, '2026-12-31')).toEqual([]);
  });

  test('people are assigned once, whatever the case of their login', async () => {
    const { kysely } = await databases.fresh();
    expect(await assign(kysely, 7, 'hsts', 'Dee', 'ann', NOW)).toBe(true);
    expect(await assign(kysely, 7, 'hsts', 'dee', 'ann', NOW)).toBe(false);
    expect(await assign(kysely, 7, 'hsts', 'eve', 'ann', NOW)).toBe(true);
    expect(await isAssigned(kysely, 7, 'hsts', 'DEE')).toBe(true);
    expect(await isAssigned(kysely, 7, 'csp', 'dee')).toBe(false);
    expect(await isAssigned(kysely, 8, 'hsts', 'dee')).toBe(false);
    expect(await assignees(kysely, 7)).toEqual(new Map([['hsts', ['dee', 'eve']]]));
  });
});
