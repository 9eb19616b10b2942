/** Where services stand: kept when the issue is written, looked at once a day, and gone with the repository. */
import chore from '../../src/chores/take-snapshots.js';
import { fixedClock } from '../../src/core/clock.js';
import { addDays } from '../../src/domain/life/terms.js';
import { keepReadiness } from '../../src/flows/keep-readiness.js';
import writeIssue from '../../src/handlers/write-issue.js';
import { saveBaseline, saveItemState } from '../../src/infra/db/baselines.js';
import type { Database } from '../../src/infra/db/database.js';
import {
  removeInstallation,
  removeRepositories,
  saveInstallation,
  saveRepositories,
} from '../../src/infra/db/installations.js';
import { saveLook } from '../../src/infra/db/readiness.js';
import { saveServiceSettings } from '../../src/infra/db/services.js';
import { snapshotOf } from '../../src/domain/outlook/snapshot.js';
import { READINESS } from '../domain/outlook/support.js';
import { CHECKLISTS } from '../domain/checklist/support/sample.js';
import { choreContext } from '../support/chore-context.js';
import { onPglite } from '../support/databases.js';
import { flowContext } from '../support/flow-context.js';

const databases = onPglite();
const BEGIN = new Date('2026-11-02T10:00:00Z');
/** `repository` is what every service is asked for by default; here no item is fulfilled with another. */
const checklists = CHECKLISTS.map((list) => ({
  ...list,
  name: list.name === 'repo' ? 'repository' : list.name,
  sections: list.sections.map((section) => ({
    ...section,
    items: section.items.map((item) => ({ ...item, satisfies: [] })),
  })),
}));
const clock = fixedClock(BEGIN);

let db: Database;
beforeEach(async () => {
  clock.set(BEGIN);
  db = await databases.fresh();
  await saveInstallation(db.kysely, {
    id: 3,
    account: 'harbour',
    accountType: 'Organization',
    permissions: {},
    events: [],
    suspendedAt: null,
  });
  for (const id of [7, 8, 9]) await repository(id);
});

async function repository(id: number): Promise<void> {
  const facts = { private: true, fork: false, archived: false, hasIssues: true, defaultBranch: 'main' };
  await saveRepositories(db.kysely, [{ id, installationId: 3, owner: 'harbour', name: `quay-${id}`, ...facts }]);
  await saveBaseline(db.kysely, id, BEGIN, { issue: { number: 1, nodeId: `I_${id}` } });
}

const context = () => flowContext(db, { clock, checklists }).context;
const run = () => chore.run(choreContext(db, clock.now, { checklists }));
const nextDay = (days = 1) => clock.set(new Date(clock.now().getTime() + days * 86_400_000));
const does = (id: number, itemId: string) =>
  saveItemState(db.kysely, id, itemId, { kind: 'done', by: 'ann', at: BEGIN.toISOString() }, BEGIN);
const row = (id: number) =>
  db.kysely.selectFrom('readiness').selectAll().where('repository_id', '=', id).executeTakeFirst();
const daysOf = async (id: number) =>
  (await db.kysely.selectFrom('snapshot').select('day').where('repository_id', '=', id).orderBy('day').execute()).map(
    ({ day }) => day,
  );

test('what is kept is what the issue shows', async () => {
  await does(7, 'reviewed');
  await saveServiceSettings(db.kysely, 7, BEGIN, { launchOn: '2026-11-20', champion: 'ann' });
  await keepReadiness(7, context());
  expect(await row(7)).toMatchObject({
    ...{ computed_at: BEGIN, issue_number: 1, absent_because: null, is_ready: false, required: 2, blocker_count: 1 },
    ...{ done: 1, open: 2, not_applicable: 0, open_secrets: 0, launch_on: '2026-11-20', champion: 'ann' },
    ...{ blockers: [{ itemId: 'protected', text: 'The title of protected' }], at_risk_from: '2026-10-21' },
    ...{ forecast_from: null, forecast_unclear: 'History begins today: a forecast takes 14 days.' },
  });
  await does(7, 'protected');
  await keepReadiness(7, context());
  expect(await row(7)).toMatchObject({ is_ready: true, blocker_count: 0, blockers: [], at_risk_from: null });
  expect(await row(7)).toMatchObject({ forecast_unclear: null });
  // Of one day the last word is kept.
  expect(await db.kysely.selectFrom('snapshot').selectAll().execute()).toEqual([
    expect.objectContaining({ repository_id: 7, day: '2026-11-02', met: 2, applicable: 3, required: 2, blockers: 0 }),
  ]);
});

test('without an issue nothing is ready, whatever was ticked before', async () => {
  for (const item of ['reviewed', 'protected']) await does(7, item);
  await saveBaseline(db.kysely, 7, BEGIN, { issue: null, absentBecause: 'issues are switched off in it' });
  await keepReadiness(7, context());
  expect(await row(7)).toMatchObject({
    is_ready: false,
    absent_because: 'issues are switched off in it',
    blocker_count: 1,
    blockers: [{ text: 'It has no baseline issue: issues are switched off in it' }],
  });
});

test('the write of an issue keeps it, even one that fails', async () => {
  await expect(writeIssue.run({ repositoryId: 7 }, context())).rejects.toThrow();
  expect(await row(7)).toMatchObject({ is_ready: false });
});

test('a look that began earlier does not replace one that began later', async () => {
  const look = {
    readiness: READINESS,
    forecast: null,
    atRiskFrom: null,
    snapshot: snapshotOf(READINESS, '2026-11-22'),
  };
  const earlier = { ...READINESS, computedAt: new Date(READINESS.computedAt.getTime() - 1), score: 5 };
  expect(await saveLook(db.kysely, 7, look)).toBe(true);
  expect(
    await saveLook(db.kysely, 7, { ...look, readiness: earlier, snapshot: snapshotOf(earlier, '2026-11-22') }),
  ).toBe(false);
  expect(await row(7)).toMatchObject({ score: 60 });
  expect(await db.kysely.selectFrom('snapshot').select('score').execute()).toEqual([{ score: 60 }]);
});

test('every day once, also those that were left; days of an outage stay empty', async () => {
  await keepReadiness(8, context());
  const before = await row(8);
  await run();
  expect(await row(8)).toEqual(before);
  expect(await daysOf(7)).toEqual(['2026-11-02']);
  nextDay();
  await run();
  nextDay(5);
  await run();
  await run();
  for (const id of [7, 8, 9]) expect(await daysOf(id)).toEqual(['2026-11-02', '2026-11-03', '2026-11-08']);
});

test('one that cannot be read does not keep the others from their day', async () => {
  await db.pool.query('alter table readiness add constraint defect check (repository_id <> 7)');
  try {
    await run();
  } finally {
    await db.pool.query('alter table readiness drop constraint defect');
  }
  expect([await daysOf(7), await daysOf(8), await daysOf(9)]).toEqual([[], ['2026-11-02'], ['2026-11-02']]);
});

test('what the calendar changed is seen: a waiver ended, and two weeks of history make a forecast', async () => {
  const waiver = {
    kind: 'waived',
    by: 'ann',
    approver: 'bob',
    at: BEGIN.toISOString(),
    until: '2026-11-10',
    reason: 'x',
  };
  await saveItemState(db.kysely, 7, 'reviewed', waiver, BEGIN);
  await run();
  expect(await row(7)).toMatchObject({ waived: 1, blocker_count: 1 });
  nextDay(9);
  await run();
  expect(await row(7)).toMatchObject({ waived: 0, blocker_count: 2 });
  await saveItemState(db.kysely, 8, 'protected', { kind: 'done', by: 'ann', at: BEGIN.toISOString() }, BEGIN);
  nextDay(5);
  await run();
  // One of two things in 14 days: the other one in 14 more.
  const last = addDays('2026-11-16', 14);
  expect(await row(8)).toMatchObject({ forecast_from: last, forecast_to: last, forecast_unclear: null });
  expect(await row(7)).toMatchObject({ forecast_to: null });
});

test('days of more than 400 days ago are forgotten', async () => {
  await run();
  nextDay(400);
  await run();
  expect(await daysOf(7)).toEqual(['2026-11-02', '2027-12-07']);
  nextDay();
  await run();
  expect(await daysOf(7)).toEqual(['2027-12-07', '2027-12-08']);
});

test('what is not ours any more is gone at once, and is not looked at; what was never opened stays out', async () => {
  await run();
  await db.kysely.deleteFrom('baseline').where('repository_id', '=', 9).execute();
  await db.kysely.deleteFrom('readiness').where('repository_id', '=', 9).execute();
  await removeRepositories(db.kysely, [7], clock.now());
  expect(await row(7)).toBeUndefined();
  expect(await row(8)).toBeDefined();
  // A job that was under way when the repository went.
  await keepReadiness(7, context());
  nextDay();
  await run();
  expect([await row(7), await row(9), await daysOf(7)]).toEqual([undefined, undefined, ['2026-11-02']]);
  await removeInstallation(db.kysely, 3, clock.now());
  expect(await db.kysely.selectFrom('readiness').selectAll().execute()).toEqual([]);
});
