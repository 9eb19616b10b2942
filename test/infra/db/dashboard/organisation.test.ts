/** The list of repositories: who sees what of it, filters, orders, pages and totals. */
import { ALL_REPOSITORIES, type ListQuery, SORTS } from '../../../../src/domain/outlook/list-query.js';
import { listRepositories } from '../../../../src/infra/db/dashboard/organisation.js';
import type { Database } from '../../../../src/infra/db/database.js';
import { onBothEngines } from '../../../support/databases.js';
import {
  addCopies,
  addRepository,
  ago,
  DOCK,
  INSTALLATION,
  makeWorld,
  MEMBER,
  NOW,
  OWNER,
  PIER,
  QUAY,
  ABROAD,
  ARCHIVED,
  sees,
  STRANGER,
  stands,
  stood,
  TODAY,
} from './world.js';

onBothEngines((databases) => {
  let db: Database;
  // Once: what a test adds, the ones after it do not ask for.
  beforeAll(async () => {
    db = await databases.fresh();
    await makeWorld(db.kysely);
    const earlier = new Date(NOW.getTime() - 86_400_000);
    await stands(db.kysely, QUAY, { launchOn: '2026-12-01', openSecrets: 2, computedAt: earlier });
    await stands(db.kysely, PIER, {
      grade: 'A+',
      score: 100,
      isReady: true,
      blockerCount: 0,
      risk: null,
      launchOn: null,
    });
    await stands(
      db.kysely,
      DOCK,
      { risk: 'LOW', champion: 'Ann', launchOn: '2027-06-01', done: 2, blockerCount: 9, openSecrets: 0 },
      { kind: 'range', from: '2027-05-01', to: '2027-07-01' },
    );
    for (const id of [ARCHIVED, ABROAD]) await stands(db.kysely, id);
  });

  const list = (query: Partial<ListQuery> = {}, viewer = OWNER) =>
    listRepositories(db.kysely, viewer, INSTALLATION, { ...ALL_REPOSITORIES, ...query }, TODAY);
  const names = async (query: Partial<ListQuery> = {}, viewer = OWNER) =>
    (await list(query, viewer)).lines.map(({ name }) => name);

  test('an owner sees what is there, a member what they may see, a stranger nothing; totals are of no more than that', async () => {
    expect(await list()).toMatchObject({
      all: 3,
      pending: 0,
      page: 1,
      champions: ['Ann', 'octocat'],
      totals: { repositories: 3, ready: 1, launched: 0, atRisk: 2, launchingSoon: 1, openSecrets: 3, ungraded: 0 },
    });
    const seen = await list({}, MEMBER);
    expect(seen.lines.map(({ name }) => name)).toEqual(['quay']);
    expect(seen).toMatchObject({ all: 1, pending: 0, champions: ['octocat'] });
    expect(seen.totals).toEqual({
      ...{ repositories: 1, byGrade: new Map([['C+', 1]]), ungraded: 0, ready: 0, launched: 0, atRisk: 1 },
      ...{ launchingSoon: 1, openSecrets: 2, oldestComputedAt: new Date(NOW.getTime() - 86_400_000) },
    });
    expect(await list({}, STRANGER)).toMatchObject({
      ...{ lines: [], all: 0, champions: [], totals: { repositories: 0, openSecrets: 0, oldestComputedAt: null } },
    });
  });

  test('a line has all that was kept, and the last score of each week', async () => {
    for (const [days, score] of [
      [8, 30],
      [12, 25],
      [30, null],
      [55, 5],
      [56, 0],
    ] as const)
      await stood(db.kysely, DOCK, ago(days), { score });
    const [line] = (await list({ search: 'DOC' })).lines;
    expect(line).toMatchObject({ id: DOCK, owner: 'harbour', name: 'dock', isPrivate: false, isAtRisk: true });
    expect(line?.forecast).toEqual({ kind: 'range', from: '2027-05-01', to: '2027-07-01' });
    expect(line?.readiness).toMatchObject({ champion: 'Ann', blockers: [{ itemId: 'hsts' }], computedAt: NOW });
    expect(line?.trend).toEqual([5, null, null, null, null, null, 30, 60]);
  });

  const FILTERS: readonly [Partial<ListQuery>, readonly string[]][] = [
    [{ search: 'ua' }, ['quay']],
    [{ search: '%' }, []],
    [{ search: '_' }, []],
    [{ search: "' or true --" }, []],
    [{ search: 'q\0' }, []],
    [{ grade: 'A+' }, ['pier']],
    [{ risk: 'UNKNOWN' }, ['pier']],
    [{ risk: 'LOW' }, ['dock']],
    [{ state: 'ready' }, ['pier']],
    [{ state: 'not-ready' }, ['quay', 'dock']],
    [{ state: 'launched' }, []],
    [{ state: 'at-risk' }, ['quay', 'dock']],
    [{ champion: 'ann' }, ['dock']],
    [{ state: 'not-ready', risk: 'HIGH' }, ['quay']],
  ];
  test.each(FILTERS)('%j', async (query, expected) => {
    const { lines, totals } = await list(query);
    expect(lines.map(({ name }) => name)).toEqual(expected);
    expect(totals.repositories).toBe(expected.length);
  });

  test.each<[ListQuery['sort'], readonly string[], readonly string[]]>([
    // What has no date, risk or grade comes last either way.
    ['launch', ['quay', 'dock', 'pier'], ['dock', 'quay', 'pier']],
    ['name', ['dock', 'pier', 'quay'], ['quay', 'pier', 'dock']],
    ['grade', ['pier', 'dock', 'quay'], ['dock', 'quay', 'pier']],
    ['risk', ['dock', 'quay', 'pier'], ['quay', 'dock', 'pier']],
    ['blockers', ['pier', 'quay', 'dock'], ['dock', 'quay', 'pier']],
    ['progress', ['dock', 'pier', 'quay'], ['pier', 'quay', 'dock']],
    ['secrets', ['dock', 'pier', 'quay'], ['quay', 'pier', 'dock']],
  ])('by %s', async (sort, up, down) => {
    expect(await names({ sort })).toEqual(up);
    expect(await names({ sort, descending: true })).toEqual(down);
  });

  test.each([
    ['HTML', '<script>alert(1)</script>'],
    ['from right to left', '\u202eمرحبا'],
    ['wildcards', '%_\\%'],
    ['10,000 characters', 'x'.repeat(10_000)],
  ])('names, reasons and people with %s', async (_, text) => {
    await addRepository(db.kysely, QUAY, { name: text });
    await stands(db.kysely, QUAY, { champion: text, blockers: [{ text }] });
    for (const sort of SORTS) expect(await names({ search: text, sort })).toEqual([text]);
    const [line] = (await list({ champion: text })).lines;
    expect(line?.readiness).toMatchObject({ champion: text, blockers: [{ text }] });
  });

  test('pages, the last one for those behind it, and repositories without figures yet', async () => {
    await addCopies(db.kysely, { from: 100, count: 600, known: 579 });
    const ids = Array.from({ length: 600 }, (_, n) => 100 + n);
    await sees(db.kysely, OWNER, [QUAY, PIER, DOCK, ...ids], 'read', 'owner');
    const pages = [];
    for (const page of [1, 2, 12, 99]) pages.push(await list({ sort: 'name', page }));
    expect(pages.map(({ page, lines }) => [page, lines.length])).toEqual([
      [1, 50],
      [2, 50],
      [12, 32],
      [12, 32],
    ]);
    expect(new Set(pages.slice(0, 3).flatMap(({ lines }) => lines.map(({ id }) => id))).size).toBe(132);
    expect(pages[0]).toMatchObject({ all: 603, pending: 21, totals: { repositories: 582 } });
  });
});
