/** Launches, waivers, secrets, the journal, the system and one repository: what is on them, and for whose eyes. */
import { silentLog } from '../../../../src/core/log.js';
import { fixedClock } from '../../../../src/core/clock.js';
import { type Finding, shortFingerprint } from '../../../../src/domain/scanner/finding.js';
import { watchChain } from '../../../../src/infra/db/dashboard/chain.js';
import {
  EVERYTHING,
  exportJournal,
  type JournalFilter,
  readJournalPage,
} from '../../../../src/infra/db/dashboard/journal.js';
import { listLaunches } from '../../../../src/infra/db/dashboard/launches.js';
import { findRepositoryDetails } from '../../../../src/infra/db/dashboard/repository.js';
import { readSecrets, type SecretQuery } from '../../../../src/infra/db/dashboard/secrets.js';
import { readSystem } from '../../../../src/infra/db/dashboard/system.js';
import { listWaivers, type WaiverFilter } from '../../../../src/infra/db/dashboard/waivers.js';
import type { Database } from '../../../../src/infra/db/database.js';
import { addFindings, settleFinding } from '../../../../src/infra/db/findings.js';
import { insertDeliveries } from '../../../../src/infra/db/deliveries.js';
import { appendJournal } from '../../../../src/infra/db/journal.js';
import { savePolicy } from '../../../../src/infra/db/policies.js';
import { askForWaiver } from '../../../../src/infra/db/waivers.js';
import { onPglite } from '../../../support/databases.js';
import {
  ABROAD,
  ago,
  ARCHIVED,
  DOCK,
  GONE,
  INSTALLATION,
  makeWorld,
  MEMBER,
  NOW,
  OWNER,
  PIER,
  QUAY,
  STRANGER,
  stands,
  stood,
  TODAY,
} from './world.js';

const databases = onPglite();
const EVERYWHERE = [QUAY, PIER, DOCK, GONE, ARCHIVED, ABROAD];

let db: Database;
beforeEach(async () => {
  db = await databases.fresh();
  await makeWorld(db.kysely);
});

describe('launches', () => {
  const list = (viewer = OWNER) => listLaunches(db.kysely, viewer, INSTALLATION, TODAY);
  const days = (date: string) => ({ launchOn: date });

  test('what is at risk comes first, then by date; what was launched lately stands apart', async () => {
    const late = { kind: 'range', from: '2027-05-01', to: '2027-07-01' } as const;
    await stands(db.kysely, QUAY, days('2027-06-01'), late);
    await stands(db.kysely, PIER, { ...days('2026-12-01'), isReady: true });
    await stands(db.kysely, DOCK, { ...days('2026-11-01'), launchedOn: '2026-11-02' });
    for (const id of [GONE, ARCHIVED, ABROAD]) await stands(db.kysely, id, days('2026-12-01'));
    await stood(db.kysely, QUAY, ago(14), { blockers: 99 });
    await stood(db.kysely, QUAY, ago(13), { blockers: 9 });
    await stood(db.kysely, QUAY, ago(7), { blockers: 7 });
    await stood(db.kysely, QUAY, ago(6), { blockers: 6 });
    const { planned, launched, ...counts } = await list();
    expect(planned.map(({ name, isAtRisk, weekAgo }) => [name, isAtRisk, weekAgo?.blockers])).toEqual([
      ['quay', true, 7],
      ['pier', false, undefined],
    ]);
    expect(launched.map(({ name }) => name)).toEqual(['dock']);
    expect(counts).toEqual({ plannedCount: 2, undated: 0, oldestComputedAt: NOW });
    expect(await list(MEMBER)).toMatchObject({ planned: [{ name: 'quay' }], plannedCount: 1, launched: [] });
    expect(await list(STRANGER)).toEqual({
      ...{ planned: [], plannedCount: 0, launched: [], undated: 0, oldestComputedAt: null },
    });
  });
});

describe('waivers', () => {
  const list = (filter: WaiverFilter = 'current', viewer = OWNER, page = 1) =>
    listWaivers(db.kysely, viewer, INSTALLATION, { filter, page }, TODAY);
  const request = { requestedBy: 'ann', requestedAt: NOW.toISOString(), reason: '<b>\u202e%_' };
  const states = (item: string, state: 'active' | 'ended' | 'withdrawn') =>
    db.kysely.updateTable('waiver').set({ state }).where('item_id', '=', item).execute();

  test('by their end, with what they are for; of those one may see', async () => {
    for (const id of EVERYWHERE) await askForWaiver(db.kysely, id, 'hsts', { ...request, until: '2027-02-01' });
    await askForWaiver(db.kysely, QUAY, 'csp', { ...request, until: '2026-12-06' });
    await askForWaiver(db.kysely, QUAY, 'sri', { ...request, until: '2026-12-07' });
    await askForWaiver(db.kysely, QUAY, 'old', { ...request, until: '2026-01-01' });
    for (const item of ['csp', 'sri']) await states(item, 'active');
    await states('old', 'ended');
    const { waivers, ...counts } = await list();
    expect(waivers.map(({ repository, itemId }) => `${repository.name} ${itemId}`)).toEqual([
      ...['quay csp', 'quay sri', 'quay hsts', 'pier hsts', 'dock hsts', 'old hsts'],
    ]);
    expect(waivers[0]).toMatchObject({ state: 'active', requestedBy: 'ann', requestedAt: NOW, reason: '<b>\u202e%_' });
    expect(counts).toEqual({ total: 6, active: 2, asked: 4, endingSoon: 1 });
    expect(await list('current', MEMBER)).toMatchObject({ total: 3, active: 2, asked: 1 });
    expect(await list('current', STRANGER)).toEqual({ waivers: [], total: 0, active: 0, asked: 0, endingSoon: 0 });
    expect(await list('over')).toMatchObject({ waivers: [{ itemId: 'old' }], total: 1 });
    expect(await list('asked')).toMatchObject({ total: 4 });
    expect(await list('current', OWNER, 2)).toMatchObject({ waivers: [], total: 6 });
  });
});

describe('secrets', () => {
  const fingerprint = (id: number, n: number) => `${id}${n}`.padEnd(64, 'f');
  const found = async (id: number, n: number, days: number, kind = 'aws') => {
    const finding: Finding = {
      ...{ ruleId: kind, title: `Key of ${kind}`, provider: kind, path: undefined, preview: 'AKIA…XY' },
      severity: 'HIGH',
      confidence: 'high',
      ...{ line: n, column: 1, endLine: n, start: 0, end: 9, fingerprint: fingerprint(id, n) },
    };
    const at = new Date(NOW.getTime() - days * 86_400_000);
    await addFindings(db.kysely, id, [{ finding, path: 'a%_<b>.ts', commit: 'c'.repeat(40) }], 'push', at);
  };
  const read = (query: Partial<SecretQuery> = {}, viewer = OWNER) =>
    readSecrets(db.kysely, viewer, INSTALLATION, { ruleId: null, age: 'any', page: 1, ...query }, NOW);

  test('what is open, by age and kind, and how it went; dismissed ones and those of others are not', async () => {
    for (const [n, days] of [0, 7, 8, 30, 90, 91].entries()) await found(QUAY, n, days);
    await found(PIER, 6, 2, 'gcp');
    for (const id of [GONE, ABROAD]) await found(id, 7, 2);
    await found(ARCHIVED, 8, 400, 'gcp');
    await found(DOCK, 9, 1, 'dismissed');
    await found(DOCK, 1, 1, 'rotated');
    await settleFinding(db.kysely, DOCK, fingerprint(DOCK, 1), { state: 'rotated', by: 'ann', at: NOW, because: 'x' });
    const dismissal = { fingerprint: fingerprint(DOCK, 9).slice(0, 12), because: 'x', by: 'ann', until: TODAY };
    const good = { scan: { dismissed: [dismissal] } };
    await savePolicy(
      db.kysely,
      { scope: 'organisation', id: INSTALLATION },
      { fileSha: 'a', good, problems: [], readAt: NOW },
    );
    for (const [days, openSecrets] of [
      [0, 6],
      [7, 9],
      [8, 50],
    ] as const)
      for (const id of [QUAY, ABROAD]) await stood(db.kysely, id, ago(days), { openSecrets });
    await stood(db.kysely, PIER, TODAY, { openSecrets: 1 });

    const { findings, ...overview } = await read();
    expect(overview).toEqual({
      open: 8,
      total: 8,
      byAge: [
        { upToDays: 7, count: 3 },
        { upToDays: 30, count: 2 },
        { upToDays: 90, count: 1 },
        { upToDays: null, count: 2 },
      ],
      byKind: [
        {
          ruleId: 'aws',
          kind: 'Key of aws',
          count: 6,
          repositories: 1,
          oldest: new Date(NOW.getTime() - 91 * 86_400_000),
        },
        expect.objectContaining({ ruleId: 'gcp', count: 2, repositories: 2 }),
      ],
      series: [
        { day: ago(7), open: 9, repositories: 1 },
        { day: TODAY, open: 7, repositories: 2 },
      ],
    });
    expect(findings.map(({ repository }) => repository.name)).toEqual([
      'old',
      ...new Array(5).fill('quay'),
      'pier',
      'quay',
    ]);
    expect(findings[0]).toMatchObject({
      id: shortFingerprint(fingerprint(ARCHIVED, 8)),
      preview: 'AKIA…XY',
      kind: 'Key of gcp',
    });
    expect(await read({ ruleId: 'gcp', age: 7 })).toMatchObject({ open: 8, total: 1, findings: [{ ruleId: 'gcp' }] });
    expect(await read({ age: null })).toMatchObject({ total: 2 });
    expect(await read({ ruleId: "%'\0" })).toMatchObject({ total: 0 });
    expect(await read({}, MEMBER)).toMatchObject({ open: 6, series: [{ open: 9 }, { open: 6, repositories: 1 }] });
    expect(await read({}, STRANGER)).toMatchObject({ open: 0, total: 0, findings: [], byKind: [], series: [] });
  });
});

describe('journal', () => {
  const append = (entries: readonly [number | null, string, string, string?][]) =>
    appendJournal(
      db.kysely,
      entries.map(([repositoryId, actor, kind, subject = 'item:hsts'], n) => ({
        ...{ at: new Date(NOW.getTime() + n * 3_600_000), actor, repositoryId, subject, kind, data: { n } },
      })),
    );
  const kinds = async (filter: Partial<JournalFilter> = {}, viewer = OWNER) => {
    const { entries } = await readJournalPage(db.kysely, viewer, INSTALLATION, { ...EVERYTHING, ...filter }, null);
    return entries.map(({ repository, kind }) => `${repository?.name ?? '-'} ${kind}`);
  };

  test('those of repositories for those who see them, those of the organisation for owners; by any filter', async () => {
    await append([
      [QUAY, 'ann', 'item.done'],
      [PIER, 'bob', 'waiver.asked'],
      [null, 'seaworthy[bot]', 'policy.changed', `policy:organisation:${INSTALLATION}`],
      [null, 'seaworthy[bot]', 'policy.changed', 'policy:organisation:4'],
      [null, 'seaworthy[bot]', 'policy.changed', 'policy:organisation:43'],
      [GONE, 'ann', 'item.done'],
      [ABROAD, 'ann', 'item.done'],
      [QUAY, 'Ann', 'waiver.approved'],
      [QUAY, '<b>%_\u202e', 'waiver'],
    ]);
    const all = ['quay waiver', 'quay waiver.approved', '- policy.changed', 'pier waiver.asked', 'quay item.done'];
    expect(await kinds()).toEqual(all);
    expect(await kinds({}, MEMBER)).toEqual(['quay waiver', 'quay waiver.approved', 'quay item.done']);
    expect(await kinds({}, STRANGER)).toEqual([]);
    expect(await kinds({ actor: 'ANN' })).toEqual(['quay waiver.approved', 'quay item.done']);
    expect(await kinds({ actor: '<b>%_\u202e' })).toEqual(['quay waiver']);
    expect(await kinds({ actor: '%' })).toEqual([]);
    expect(await kinds({ kind: 'waiver' })).toEqual(['quay waiver', 'quay waiver.approved', 'pier waiver.asked']);
    expect(await kinds({ kind: 'item.d' })).toEqual([]);
    expect(await kinds({ repository: 'QUAY', kind: 'item.done' })).toEqual(['quay item.done']);
    expect(await kinds({ repository: 'abroad' })).toEqual([]);
    expect(await kinds({ from: TODAY, to: TODAY })).toEqual(all);
    expect(await kinds({ from: '2026-11-23' })).toEqual([]);
    expect(await kinds({ to: '2026-11-21', actor: '\0' })).toEqual([]);
  });

  test('in pages from the newest on, and as a whole from the oldest on', async () => {
    await append(Array.from({ length: 1_101 }, (_, n) => [n % 10 === 0 ? PIER : QUAY, 'ann', 'item.done']));
    const page = (before: number | null) => readJournalPage(db.kysely, MEMBER, INSTALLATION, EVERYTHING, before);
    const first = await page(null);
    const second = await page(first.next);
    expect([first.entries[0]?.seq, second.entries[0]?.seq, second.entries.length]).toEqual([1_100, 1_045, 50]);
    expect(first.entries.at(-1)?.seq).toBe(first.next);
    expect(await page(3)).toMatchObject({ entries: [{ seq: 2 }], next: null });
    const exported = [];
    for await (const { seq } of exportJournal(db.kysely, MEMBER, INSTALLATION, EVERYTHING)) exported.push(seq);
    expect([exported.length, exported[0], exported.at(-1)]).toEqual([990, 2, 1_100]);
    expect(exported).toEqual(exported.toSorted((a, b) => a - b));
  });

  test('the chain is looked at behind the page, and again once the look is old', async () => {
    const clock = fixedClock(NOW);
    const chain = watchChain(db.kysely, clock, silentLog);
    await append([[QUAY, 'ann', 'item.done']]);
    expect(chain.latest()).toBeNull();
    await chain.settled();
    await append([[QUAY, 'ann', 'item.open']]);
    const first = chain.latest();
    await chain.settled();
    expect(first).toMatchObject({ at: NOW, verdict: { intact: true, rows: 1 } });
    expect(chain.latest()).toBe(first);
    clock.set(new Date(NOW.getTime() + 600_000));
    chain.latest();
    await chain.settled();
    expect(chain.latest()).toMatchObject({ at: clock.now(), verdict: { intact: true, rows: 2 } });
  });
});

describe('system', () => {
  test('for owners of the account only, and of their organisation only', async () => {
    const delivery = { action: null, repositoryId: null, payload: '{}', event: 'push' };
    const at = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000);
    for (const [guid, installationId, hours] of [
      ['a', INSTALLATION, 30],
      ['b', INSTALLATION, 2],
      ['c', 4, 1],
    ] as const)
      await insertDeliveries(db.kysely, [{ ...delivery, guid, installationId, receivedAt: at(hours) }]);
    const job = { handler: 'write-issue', data: '{}', run_at: NOW, created_at: NOW };
    for (const [subject, installation_id, state] of [
      ['a', INSTALLATION, 'parked'],
      ['b', INSTALLATION, 'pending'],
      ['c', 4, 'parked'],
    ] as const)
      await db.kysely
        .insertInto('job')
        .values({ ...job, subject, installation_id, state })
        .execute();
    await stands(db.kysely, QUAY);
    const read = (viewer: typeof OWNER, id = INSTALLATION) => readSystem(db.kysely, viewer, id, NOW);
    expect(await read(OWNER)).toEqual({
      ...{ account: 'harbour', granted: { permissions: { issues: 'write' }, events: [] }, suspendedAt: null },
      ...{ jobs: { pending: 1, running: 0, parked: 1, oldestDueSeconds: 0 } },
      parked: [expect.objectContaining({ handler: 'write-issue', canRearm: true })],
      ...{ lastDelivery: { event: 'push', receivedAt: at(2) }, deliveriesToday: 1 },
      ...{ reconcile: null, reconcileSpent: null, repositories: 4, known: 1, oldestComputedAt: NOW },
    });
    expect(await Promise.all([read(MEMBER), read(STRANGER), read(OWNER, 99)])).toEqual([null, null, null]);
  });
});

describe('a repository', () => {
  const find = (name: string, viewer = OWNER) =>
    findRepositoryDetails(db.kysely, viewer, { installationId: INSTALLATION, name }, TODAY);

  test('with its figures, waivers, timeline and days, by any spelling of its name', async () => {
    await stood(db.kysely, QUAY, ago(9), { score: 10 });
    await stands(db.kysely, QUAY);
    await askForWaiver(db.kysely, QUAY, 'hsts', {
      ...{ requestedBy: 'ann', requestedAt: NOW.toISOString(), until: '2027-01-01', reason: 'x'.repeat(10_000) },
    });
    await askForWaiver(db.kysely, PIER, 'hsts', {
      requestedBy: 'bob',
      requestedAt: NOW.toISOString(),
      until: TODAY,
      reason: '',
    });
    const entry = { at: NOW, actor: 'ann', subject: 'item:hsts', kind: 'item.done', data: {} };
    await appendJournal(db.kysely, [
      { ...entry, repositoryId: QUAY },
      { ...entry, repositoryId: PIER },
    ]);
    expect(await find('QuAy', MEMBER)).toMatchObject({
      ...{ id: QUAY, owner: 'harbour', name: 'quay', isPrivate: true, isArchived: false, permission: 'write' },
      line: { readiness: { score: 60 }, trend: [null, null, null, null, null, null, 10, 60] },
      ...{ findings: [], findingCount: 0, verifiedAt: null },
      waivers: [{ itemId: 'hsts', requestedBy: 'ann' }],
      timeline: [{ seq: 1, repository: { name: 'quay' } }],
      snapshots: [{ day: ago(9) }, { day: TODAY }],
    });
    expect(await find('old')).toMatchObject({ isArchived: true, line: null });
  });

  test.each([
    ['one that others see', 'pier', MEMBER],
    ['one to a stranger', 'quay', STRANGER],
    ['one that was removed', 'gone', OWNER],
    ['one of another organisation', 'abroad', OWNER],
    ['a wildcard', '%', OWNER],
    ['a wildcard for a letter', 'qu_y', OWNER],
    ['a name that no database takes', 'quay\0', OWNER],
    ['a name of 10,000 characters', 'x'.repeat(10_000), OWNER],
  ])('is as good as not there: %s', async (_, name, viewer) => {
    await stands(db.kysely, QUAY);
    expect(await find(name, viewer)).toBeNull();
  });
});
