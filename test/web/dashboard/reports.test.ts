/** Exports, the API and badges as they are asked for: who gets what, in which shape, and what everybody else gets. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import { Hono } from 'hono';
import { sql } from 'kysely';
import { silentLog } from '../../../src/core/log.js';
import { openApi } from '../../../src/domain/reports/openapi.js';
import { makeApiToken } from '../../../src/infra/db/api-tokens.js';
import type { Db } from '../../../src/infra/db/database.js';
import { removeRepositories, saveInstallation, saveRepositories } from '../../../src/infra/db/installations.js';
import { saveLook } from '../../../src/infra/db/readiness.js';
import { saveSight } from '../../../src/infra/db/viewers.js';
import { createBadgeSigner } from '../../../src/web/dashboard/access/badge-signer.js';
import type { DashboardEnv, DashboardParts } from '../../../src/web/dashboard/access/env.js';
import { apiRoutes } from '../../../src/web/dashboard/routes/api.js';
import { badgeRoutes } from '../../../src/web/dashboard/routes/badge.js';
import { exportRoutes } from '../../../src/web/dashboard/routes/export.js';
import { ASSESSMENT_RESULTS } from '../../domain/reports/oscal-schema.js';
import { onPglite } from '../../support/databases.js';
import { problemsWith } from '../../support/openapi.js';
import { BLOCKED, READY, WEEK_AGO } from '../../support/reported.js';

const databases = onPglite();
const NOW = new Date('2026-11-23T12:00:00Z');
const READER = { userId: 1, login: 'rita' };
const MEMBER = { userId: 2, login: 'mo' };
const FACTS = { fork: false, archived: false, hasIssues: true, defaultBranch: 'main' };
const signer = createBadgeSigner({ key: new Uint8Array(32).fill(1), previousKey: new Uint8Array(32).fill(2) });

let db: Db;
let app: Hono<DashboardEnv>;
/** Whose visit it is. */
let viewer = READER;

beforeAll(async () => {
  db = (await databases.fresh()).kysely;
  for (const [id, account] of [
    [3, 'harbour'],
    [4, 'rival'],
  ] as const)
    await saveInstallation(db, {
      id,
      account,
      accountType: 'Organization',
      permissions: {},
      events: [],
      suspendedAt: null,
    });
  await saveRepositories(db, [
    { id: 7, installationId: 3, owner: 'harbour', name: 'quay', private: false, ...FACTS },
    { id: 8, installationId: 3, owner: 'harbour', name: 'vault', private: true, ...FACTS },
    { id: 9, installationId: 3, owner: 'harbour', name: 'gone', private: false, ...FACTS },
    { id: 10, installationId: 4, owner: 'rival', name: 'dock', private: false, ...FACTS },
  ]);
  const stands = (id: number, readiness: Partial<typeof READY>, day = '2026-11-16') =>
    saveLook(db, id, {
      readiness: { ...READY, ...readiness },
      forecast: readiness.isReady === false ? { kind: 'range', from: '2026-12-01', to: '2026-12-20' } : null,
      atRiskFrom: readiness.launchOn ? '2026-11-01' : null,
      snapshot: { ...WEEK_AGO, day },
    });
  await stands(7, { grade: 'A+', champion: '=cmd()' });
  await stands(8, { ...BLOCKED, launchOn: '2026-12-01' });
  await stands(9, {});
  await stands(10, {});
  await removeRepositories(db, [9], NOW);
  const sight = (ids: readonly number[]) => ({
    installations: new Map([[3, 'member' as const]]),
    repositories: new Map(ids.map((id) => [id, 'read' as const])),
  });
  await saveSight(db, READER, sight([7, 9, 10]), NOW);
  await saveSight(db, MEMBER, sight([]), NOW);
  const parts = {
    db,
    clock: { now: () => NOW },
    github: { url: 'https://github.com' },
    publicUrl: 'https://seaworthy.example.com',
    checklists: [],
    badges: signer,
    log: silentLog,
  } as unknown as DashboardParts;
  app = new Hono<DashboardEnv>();
  app.use('/o/*', async (context, next) => {
    context.set('viewer', viewer);
    context.set('organisation', { installationId: 3, account: 'harbour', seat: 'member' });
    await next();
  });
  app.route('/', exportRoutes(parts)).route('/', badgeRoutes(parts)).route('/', apiRoutes(parts));
});

afterAll(() => {
  viewer = READER;
});

const textOf = async (path: string) => (await app.request(path)).text();

describe('exports', () => {
  const as = (who: typeof READER) => {
    viewer = who;
  };

  test('a table has what the person sees, and runs nothing', async () => {
    as(READER);
    const response = await app.request('/o/harbour/export.csv');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="harbour-services.csv"');
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [head, row, ...rest] = new TextDecoder().decode(bytes).split('\r\n');
    expect(head).toMatch(/^repository,visibility,ready,at_risk,grade,/);
    expect(row).toMatch(/^harbour\/quay,public,yes,no,A\+,90,MEDIUM,,,'=cmd\(\),0,/);
    expect(rest).toEqual(['']);
  });

  test('JSON has the shape of the API', async () => {
    as(READER);
    const answer: unknown = JSON.parse(await textOf('/o/harbour/export.json'));
    expect(problemsWith(openApi(null), 'Readiness', answer)).toBeNull();
    expect(answer).toMatchObject({ services: [{ id: 7 }] });
  });

  test('a report for a meeting', async () => {
    as(READER);
    expect(await textOf('/o/harbour/meeting.md')).toMatch(/^# Launch readiness of harbour, 2026-11-23\n\n1 service: /);
  });

  test('OSCAL', async () => {
    as(READER);
    const validate = new Ajv({ unicodeRegExp: true }).compile(ASSESSMENT_RESULTS);
    validate(JSON.parse(await textOf('/o/harbour/oscal.json')));
    expect(validate.errors).toBeNull();
  });

  test.each([
    ['export.csv', 'repository,'],
    ['export.json', '"services":['],
    ['meeting.md', 'There is no service'],
    ['oscal.json', ''],
  ])('somebody who sees no repository gets an empty %s', async (name, expected) => {
    as(MEMBER);
    const text = await textOf(`/o/harbour/${name}`);
    expect(text).toContain(expected);
    expect(text).not.toMatch(/quay|vault|dock|gone/);
  });

  test.each([
    ['grade=A%2B', 1],
    ['grade=B', 0],
    ['state=ready', 1],
    ['state=not-ready', 0],
    ['state=at-risk', 0],
    ['state=launched', 0],
    ['search=QUA', 1],
    ['search=%25', 0],
    ['champion=octocat', 0],
    ['risk=MEDIUM', 1],
    ['risk=UNKNOWN', 0],
    ['grade=nonsense', 1],
  ])('the filter %s of the list holds here too', async (query, count) => {
    as(READER);
    expect(JSON.parse(await textOf(`/o/harbour/export.json?${query}`))).toMatchObject({ services: { length: count } });
  });
});

describe('the API', () => {
  const made: string[] = [];
  const tokenOf = async (installationId: number) => {
    const endsAt = new Date(NOW.getTime() + 86_400_000);
    const token = await makeApiToken(db, { installationId, name: `ci-${made.length}`, by: 'olive', at: NOW, endsAt });
    if (token === null) throw new Error('no token');
    made.push(token);
    return token;
  };
  const ask = async (query: string, token?: string) => {
    const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
    const response = await app.request(`/api/v1/readiness${query}`, { headers });
    return { status: response.status, answer: await response.json() };
  };
  const problem = (answer: unknown) => problemsWith(openApi(null), 'Problem', answer);

  test('without a token of ours there is nothing', async () => {
    for (const token of [undefined, 'seaworthy_nonsense', 'x'.repeat(10_000)]) {
      const { status, answer } = await ask('', token);
      expect(status).toBe(401);
      expect(problem(answer)).toBeNull();
    }
  });

  test('a token opens all of its organisation and nothing of another', async () => {
    const { status, answer } = await ask('', await tokenOf(3));
    expect(status).toBe(200);
    expect(problemsWith(openApi(null), 'Readiness', answer)).toBeNull();
    expect(answer).toMatchObject({
      organisation: 'harbour',
      services: [
        { repository: 'harbour/quay', private: false, ready: true },
        { repository: 'harbour/vault', private: true, at_risk: true, launch: { forecast: { to: '2026-12-20' } } },
      ],
      next_cursor: null,
    });
    expect(await ask('?search=%00', await tokenOf(3))).toMatchObject({ status: 200, answer: { services: [] } });
    expect((await ask('', await tokenOf(4))).answer).toMatchObject({ services: [{ repository: 'rival/dock' }] });
  });

  test('pages follow each other without a gap', async () => {
    const token = await tokenOf(3);
    const first = await ask('?limit=1', token);
    const cursor = (first.answer as { next_cursor: string }).next_cursor;
    expect(first.answer).toMatchObject({ services: [{ id: 7 }] });
    expect((await ask(`?limit=1&cursor=${cursor}`, token)).answer).toMatchObject({
      services: [{ id: 8 }],
      next_cursor: null,
    });
  });

  test.each([
    ['ready=false', [8]],
    ['at_risk=true', [8]],
    ['at_risk=false', [7]],
    ['launch_from=2026-12-01&launch_to=2026-12-01', [8]],
    ['launch_from=2026-12-02', []],
    ['champion=%3DCMD()', [7]],
    ['search=vau&grade=C', [8]],
  ])('the filter %s', async (query, ids) => {
    const { answer } = await ask(`?${query}`, await tokenOf(3));
    expect((answer as { services: { id: number }[] }).services.map(({ id }) => id)).toEqual(ids);
  });

  test('a question that cannot be answered is named', async () => {
    const { status, answer } = await ask('?gread=A', await tokenOf(3));
    expect(status).toBe(400);
    expect(problem(answer)).toBeNull();
  });

  test('anybody may read its description', async () => {
    const response = await app.request('/api/v1/openapi.json');
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual(openApi('https://seaworthy.example.com'));
  });
});

test('a search for what no name can hold finds nothing', async () => {
  expect((await textOf('/o/harbour/export.csv?search=%00&champion=%00')).split('\r\n')).toHaveLength(2);
});

test.each(['export.csv', 'export.json'])(
  '%s that cannot be written to its end is not taken for whole',
  async (name) => {
    await sql`alter table readiness rename to elsewhere`.execute(db);
    try {
      await expect((await app.request(`/o/harbour/${name}`)).text()).rejects.toThrow('to its end');
    } finally {
      await sql`alter table elsewhere rename to readiness`.execute(db);
    }
  },
);

describe('badges', () => {
  test('whoever has the address sees the badge, wherever it is shown', async () => {
    const response = await app.request(signer.pathOf(7));
    expect(response.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8');
    expect(response.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect(response.headers.get('cache-control')).toBe('public, max-age=300');
    expect(await response.text()).toContain('security baseline: A+');
    expect(await textOf(`${signer.pathOf(8)}?show=readiness`)).toContain('launch: not ready');
  });

  test('it is sent again only when it says something else', async () => {
    const etag = (await app.request(signer.pathOf(7))).headers.get('etag') ?? '';
    const again = await app.request(signer.pathOf(7), { headers: { 'if-none-match': `"x", W/${etag}` } });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect((await app.request(signer.pathOf(8))).headers.get('etag')).not.toBe(etag);
  });

  test('addresses of before the key was changed go on working, those of others never did', async () => {
    const before = createBadgeSigner({ key: new Uint8Array(32).fill(2) });
    const others = createBadgeSigner({ key: new Uint8Array(32).fill(3) });
    expect((await app.request(before.pathOf(7))).status).toBe(200);
    expect((await app.request(others.pathOf(7))).status).toBe(404);
  });

  test('what is not there, not theirs, and not genuine look the same', async () => {
    const answerOf = async (path: string) => {
      const response = await app.request(path);
      return [response.status, await response.text(), [...response.headers]];
    };
    const [, , signature = ''] = /^\/badge\/(\d+)\/(.*)$/.exec(signer.pathOf(7)) ?? [];
    const first = await answerOf('/badge/7/guess.svg');
    expect(first[0]).toBe(404);
    for (const path of [`/badge/8/${signature}`, signer.pathOf(9), signer.pathOf(4711), '/badge/999999999999999/x.svg'])
      expect(await answerOf(path)).toEqual(first);
  });
});
