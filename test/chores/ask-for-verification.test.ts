/** Which repositories are looked at next, at which pace, and what an organisation's ruleset changes about that. */
import chore from '../../src/chores/ask-for-verification.js';
import { silentLog } from '../../src/core/log.js';
import { saveBaseline } from '../../src/infra/db/baselines.js';
import type { Database } from '../../src/infra/db/database.js';
import {
  type Repository,
  removeRepositories,
  saveInstallation,
  saveRepositories,
} from '../../src/infra/db/installations.js';
import { askAnew, saveVerification } from '../../src/infra/db/verifications.js';
import type { ChoreContext } from '../../src/chores/_chore.js';
import { onPglite } from '../support/databases.js';

const NOW = new Date('2026-11-22T10:00:00Z');
const HOUR = 3_600_000;
const ago = (hours: number) => new Date(NOW.getTime() - hours * HOUR);
const databases = onPglite();
let db: Database;

beforeEach(async () => {
  db = await databases.fresh();
  const installation = { account: 'harbour', accountType: 'Organization', permissions: {}, events: [] };
  for (const id of [3, 4]) await saveInstallation(db.kysely, { ...installation, id, suspendedAt: null });
  await saveInstallation(db.kysely, { ...installation, id: 5, suspendedAt: NOW });
});

/** @param looked hours since the last look; null: never */
async function repository(id: number, looked: number | null, more: Partial<Repository> = {}, issue = 1): Promise<void> {
  const facts = { private: true, fork: false, archived: false, hasIssues: true, defaultBranch: 'main' };
  await saveRepositories(db.kysely, [
    { id, installationId: 3, owner: 'harbour', name: `quay-${id}`, ...facts, ...more },
  ]);
  await saveBaseline(db.kysely, id, NOW, { issue: issue === 0 ? null : { number: issue, nodeId: `node-${id}` } });
  if (looked !== null) await saveVerification(db.kysely, id, new Map(), ago(looked));
}

/** Runs the chore: whose turn it is, with the seconds until then. */
async function due(now = NOW) {
  await db.kysely.deleteFrom('job').execute();
  const given = { checklists: [], engine: { version: '1' }, fingerprintKey: new Uint8Array(32), log: silentLog };
  await chore.run({ db: db.kysely, clock: { now: () => now }, ...given } as unknown as ChoreContext);
  const jobs = await db.kysely.selectFrom('job').selectAll().orderBy('run_at').orderBy('subject').execute();
  return jobs.map(({ subject, run_at }) => `${subject} in ${(run_at.getTime() - now.getTime()) / 1000} s`);
}

test('who was never looked at comes first, then who waited longest; a day is not long enough', async () => {
  await repository(11, 30);
  await repository(12, 50);
  await repository(13, null);
  await repository(14, 23);
  expect(await due()).toEqual(['verification:13 in 0 s', 'verification:12 in 10 s', 'verification:11 in 20 s']);
  expect(await due()).toEqual([]);
});

test('nobody looks where there is no issue to write it into, and nobody lets us', async () => {
  await repository(11, null, {}, 0);
  await repository(12, null, { archived: true });
  await repository(13, null, { installationId: 5 });
  await repository(14, null);
  await removeRepositories(db.kysely, [14], NOW);
  expect(await due()).toEqual([]);
});

test('of a large organisation some have their turn each time, and another one does not wait for it', async () => {
  for (let id = 100; id < 150; id += 1) await repository(id, null);
  await repository(200, null, { installationId: 4 });
  const first = await due();
  expect(first).toHaveLength(21);
  expect(first).toContain('verification:200 in 0 s');
  const second = await due();
  expect(second).toHaveLength(20);
  expect(second.filter((one) => first.includes(one))).toEqual([]);
});

test('one whose look fails again and again does not keep the others from theirs: it has its turn a day later', async () => {
  await repository(11, 30);
  expect(await due()).toEqual(['verification:11 in 0 s']);
  expect(await due(new Date(NOW.getTime() + 23 * HOUR))).toEqual([]);
  expect(await due(new Date(NOW.getTime() + 25 * HOUR))).toEqual(['verification:11 in 0 s']);
});

test('a ruleset of the organisation makes all its repositories due, in the order in which they were', async () => {
  await repository(11, 2);
  await repository(12, 5);
  await repository(21, 5, { installationId: 4 });
  await askAnew(db.kysely, 3);
  expect(await due()).toEqual(['verification:12 in 0 s', 'verification:11 in 10 s']);
});
