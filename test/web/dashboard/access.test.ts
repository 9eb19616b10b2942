/** Signing in and out, what a visit may see and for how long, and what a person decides on a page. */
import { Hono } from 'hono';
import { judgeSite } from '../../../src/domain/site/judge-site.js';
import { dayOf } from '../../../src/core/clock.js';
import { SEEN_AT } from '../../../src/web/dashboard/components/form-token.js';
import { askForWaiver } from '../../../src/infra/db/waivers.js';
import { savePolicy } from '../../../src/infra/db/policies.js';
import { parseHandled } from './support/handled.js';
import { onPglite } from '../../support/databases.js';
import {
  type Browser,
  codeFor,
  type DashboardStage,
  MEMBER,
  OWNER,
  PUBLIC,
  signInWith,
  STRANGER,
  startDashboard,
} from '../../support/dashboard.js';
import { type ApiEnv, tokenBearer } from '../../../src/web/dashboard/access/bearer.js';
import { createBadgeSigner } from '../../../src/web/dashboard/access/badge-signer.js';
import { createDashboard } from '../../../src/web/dashboard/dashboard.js';
import { silentLog } from '../../../src/core/log.js';
import { COOKIE } from '../../../src/web/dashboard/access/sessions.js';

const databases = onPglite();
const MINUTE = 60_000;

let stage: DashboardStage;
let repositoryId: number;

beforeAll(async () => {
  stage = await startDashboard(await databases.fresh());
  const organization = stage.sandbox.state.organization('harbour');
  if (organization) organization.defaultPermission = 'none';
  repositoryId = (await stage.addRepository('quay', true)).id;
});

afterAll(async () => {
  const { violations } = stage.sandbox;
  await stage.close();
  expect(violations).toEqual([]);
});

afterEach(() => stage.sandbox.faults.clear());

const at = async (browser: Browser, path: string) => (await browser.get(path)).status;
/** The page of an organisation is there for those who have to do with it. */
const ORGANISATION = '/o/harbour/waivers';

describe('signing in', () => {
  test('leads to GitHub and back to where one wanted to go, in one session', async () => {
    const browser = stage.browser();
    const refused = await browser.get(ORGANISATION);
    expect([refused.status, (await refused.text()).includes('/login?to=%2Fo%2Fharbour%2Fwaivers')]).toEqual([
      401,
      true,
    ]);
    const begun = await browser.get(`/login?to=${encodeURIComponent(`${ORGANISATION}?page=2`)}`);
    const asked = new URL(begun.headers.get('location') ?? '');
    expect(asked.origin + asked.pathname).toBe(`${stage.sandbox.url}/login/oauth/authorize`);
    expect(Object.fromEntries(asked.searchParams)).toMatchObject({
      redirect_uri: `${PUBLIC}/login/callback`,
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
      state: expect.stringMatching(/^[\w-]{43}$/),
    });
    const back = await signInWith(browser, OWNER, `${ORGANISATION}?page=2`);
    expect([back.status, back.headers.get('location')]).toEqual([303, `${ORGANISATION}?page=2`]);
    const [forgotten, session] = back.headers.getSetCookie();
    expect(forgotten).toMatch(/^__Host-seaworthy-sign-in=; Max-Age=0/);
    expect(session).toMatch(/^__Host-seaworthy=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    expect(await at(browser, ORGANISATION)).toBe(200);
  });

  test.each([
    ['another browser', async () => stage.browser().get(await codeFor(stage.browser(), OWNER))],
    [
      'a state that was tampered with',
      async () => {
        const browser = stage.browser();
        return browser.get((await codeFor(browser, OWNER)).replace(/state=./, 'state=_'));
      },
    ],
    [
      'a second time with the same answer',
      async () => {
        const browser = stage.browser();
        const answer = await codeFor(browser, OWNER);
        await browser.get(answer);
        return browser.get(answer);
      },
    ],
    [
      'a code of somebody else’s sign-in, whose verifier is another',
      async () => {
        const [browser, other] = [stage.browser(), stage.browser()];
        const state = new URL(await codeFor(browser, OWNER), PUBLIC).searchParams.get('state');
        const code = new URL(await codeFor(other, STRANGER), PUBLIC).searchParams.get('code');
        return browser.get(`/login/callback?code=${code}&state=${state}`);
      },
    ],
    [
      'no code, because they pressed cancel',
      async () => {
        const browser = stage.browser();
        const state = new URL(await codeFor(browser, OWNER), PUBLIC).searchParams.get('state');
        return browser.get(`/login/callback?error=access_denied&state=${state}`);
      },
    ],
  ])('fails from %s', async (_name, come) => {
    const response = await come();
    expect([response.status >= 400 && response.status < 500, response.headers.getSetCookie().join()]).toEqual([
      true,
      expect.not.stringContaining(`${COOKIE}=`),
    ]);
    expect(await response.text()).toContain('Not signed in');
  });

  test('a session that a browser had before is over when somebody signs in there', async () => {
    const browser = await stage.signedIn(OWNER);
    const before = new Map(browser.cookies);
    await signInWith(browser, MEMBER);
    const old = stage.browser();
    for (const [name, value] of before) old.cookies.set(name, value);
    expect(await at(old, '/account')).toBe(401);
  });
});

describe('a session', () => {
  test('is nowhere in the database: neither cookie nor token', async () => {
    const browser = await stage.signedIn(OWNER);
    const rows = JSON.stringify(await stage.db.kysely.selectFrom('session').selectAll().execute());
    const tokens = [...stage.sandbox.state.userAccessTokens.keys()];
    expect(tokens.length).toBeGreaterThan(0);
    for (const secret of [...tokens, browser.cookies.get(COOKIE) ?? 'none']) expect(rows.includes(secret)).toBe(false);
  });

  test('ends after an hour unused, and after eight hours in any case', async () => {
    const [idle, busy] = [await stage.signedIn(OWNER), await stage.signedIn(OWNER)];
    stage.clock.pass(40 * MINUTE);
    expect(await at(busy, '/account')).toBe(200);
    stage.clock.pass(40 * MINUTE);
    expect([await at(busy, '/account'), await at(idle, '/account')]).toEqual([200, 401]);
    for (let passed = 80; passed < 470; passed += 50) {
      stage.clock.pass(50 * MINUTE);
      expect(await at(busy, '/account')).toBe(passed + 50 < 480 ? 200 : 401);
    }
  });

  test('ends with a sign-out, here or everywhere', async () => {
    const [here, there, elsewhere] = [
      await stage.signedIn(OWNER),
      await stage.signedIn(OWNER),
      await stage.signedIn(OWNER),
    ];
    expect((await here.post('/logout')).headers.get('location')).toBe('/');
    expect([await at(here, '/account'), await at(there, '/account')]).toEqual([401, 200]);
    await there.post('/logout', { everywhere: '1' });
    expect([await at(there, '/account'), await at(elsewhere, '/account')]).toEqual([401, 401]);
  });

  test('ends when the person withdraws the authorisation, by the webhook at once and without it within minutes', async () => {
    const told = await stage.signedIn(STRANGER);
    stage.sandbox.withdrawAuthorization(STRANGER);
    const userId = stage.sandbox.state.user(STRANGER)?.id;
    await parseHandled(stage, 'forget-person', { action: 'revoked', sender: { id: userId } });
    expect(await at(told, '/account')).toBe(401);
    expect(await stage.db.kysely.selectFrom('viewer').selectAll().where('login', '=', STRANGER).execute()).toEqual([]);

    const untold = await stage.signedIn(STRANGER);
    expect(await at(untold, '/account')).toBe(200);
    stage.sandbox.withdrawAuthorization(STRANGER);
    stage.clock.pass(6 * MINUTE);
    expect(await at(untold, '/account')).toBe(401);
    expect(untold.cookies.has(COOKIE)).toBe(false);
  });
});

describe('what somebody sees', () => {
  const REPOSITORY = '/o/harbour/r/quay';
  const seesIt = async (browser: Browser) => {
    const userId = stage.sandbox.state.user('rita')?.id ?? 0;
    await browser.get('/account');
    const { length } = await stage.db.kysely
      .selectFrom('viewer_repository')
      .selectAll()
      .where('user_id', '=', userId)
      .where('repository_id', '=', repositoryId)
      .execute();
    return length === 1;
  };
  let rita: Browser;

  beforeEach(async () => {
    stage.sandbox.addCollaborator('harbour/quay', 'rita', 'write');
    rita = await stage.signedIn('rita');
    expect(await seesIt(rita)).toBe(true);
  });

  test('follows GitHub within five minutes', async () => {
    stage.sandbox.removeCollaborator('harbour/quay', 'rita');
    stage.clock.pass(4 * MINUTE);
    expect(await seesIt(rita)).toBe(true);
    stage.clock.pass(2 * MINUTE);
    expect(await seesIt(rita)).toBe(false);
    expect([await at(rita, REPOSITORY), await at(rita, ORGANISATION)]).toEqual([404, 404]);
  });

  test('follows a webhook at once', async () => {
    stage.sandbox.removeCollaborator('harbour/quay', 'rita');
    await parseHandled(stage, 'follow-access', {
      action: 'removed',
      installation: { id: stage.installationId },
      repository: { id: repositoryId },
      member: { id: stage.sandbox.state.user('rita')?.id },
    });
    expect(await seesIt(rita)).toBe(false);
  });

  test('stays for a quarter of an hour while GitHub is away, and the page says how old it is', async () => {
    stage.sandbox.faults.add({ match: { path: /^\/user/ }, effect: 'error-before', status: 502 });
    stage.clock.pass(6 * MINUTE);
    const page = await rita.get(ORGANISATION);
    expect([page.status, (await page.text()).includes('GitHub cannot be reached')]).toEqual([200, true]);
    stage.clock.pass(10 * MINUTE);
    const later = await rita.get(ORGANISATION);
    expect([later.status, (await later.text()).includes('GitHub cannot be asked')]).toEqual([503, true]);
  });

  test('is nothing while GitHub is away and a webhook said that something changed', async () => {
    stage.sandbox.faults.add({ match: { path: /^\/user/ }, effect: 'rate-limit-primary' });
    await parseHandled(stage, 'follow-access', {
      action: 'privatized',
      installation: { id: stage.installationId },
      repository: { id: repositoryId },
    });
    expect(await at(rita, ORGANISATION)).toBe(503);
  });

  test('costs nothing of the person’s limit where nothing changed', async () => {
    stage.sandbox.requests.clear();
    stage.clock.pass(6 * MINUTE);
    await rita.get('/account');
    await rita.get('/account');
    const asked = [...stage.sandbox.requests.byKind()].filter(([kind]) => kind.includes('/user/installations'));
    expect(asked).toEqual([
      ['GET /user/installations 304', 1],
      ['GET /user/installations/{installation_id}/repositories 304', 1],
    ]);
  });

  test('is nothing of an account that lets nobody in just now, and all of the others', async () => {
    stage.sandbox.suspendInstallation(stage.installationId);
    stage.clock.pass(6 * MINUTE);
    expect([await seesIt(rita), await at(rita, '/account'), await at(rita, ORGANISATION)]).toEqual([false, 200, 404]);
    stage.sandbox.unsuspendInstallation(stage.installationId);
    stage.clock.pass(6 * MINUTE);
    expect(await seesIt(rita)).toBe(true);
  });

  test('is every repository of many pages', async () => {
    const few = stage.sandbox.state.repositories.size;
    const [example] = stage.sandbox.state.repositories.values();
    if (example === undefined) throw new Error('There is a repository');
    for (let id = 1; id <= 250; id += 1)
      stage.sandbox.state.repositories.set(id, { ...example, id, name: `berth-${id}` });
    stage.clock.pass(6 * MINUTE);
    const owner = await stage.signedIn(OWNER);
    await owner.get('/account');
    const userId = stage.sandbox.state.user(OWNER)?.id ?? 0;
    const seen = await stage.db.kysely
      .selectFrom('viewer_repository')
      .select('permission')
      .where('user_id', '=', userId)
      .execute();
    for (let id = 1; id <= 250; id += 1) stage.sandbox.state.repositories.delete(id);
    expect([seen.length, new Set(seen.map(({ permission }) => permission))]).toEqual([250 + few, new Set(['admin'])]);
  });
});

describe('a decision on a page', () => {
  const journal = async () =>
    (
      await stage.db.kysely
        .selectFrom('journal')
        .select(['actor', 'kind', 'data'])
        .where('repository_id', '=', repositoryId)
        .orderBy('seq')
        .execute()
    ).map(({ actor, kind }) => `${actor} ${kind}`);
  const launchOf = async () =>
    (await stage.db.kysely.selectFrom('service').selectAll().where('repository_id', '=', repositoryId).execute())[0];
  const saidAt = (response: Response): string => {
    const location = response.headers.get('location') ?? '';
    expect([response.status, location.split('?')[0]]).toEqual([303, '/o/harbour/r/quay']);
    return location;
  };

  test('is the command of its name: same permission, same journal, and sent twice it is said once', async () => {
    const owner = await stage.signedIn(OWNER);
    const before = (await journal()).length;
    const first = await owner.post('/o/harbour/r/quay/launch', { day: '2099-12-15' });
    await owner.post('/o/harbour/r/quay/launch', { day: '2099-12-15' });
    saidAt(first);
    await owner.post('/o/harbour/r/quay/champion', { login: MEMBER });
    expect(await launchOf()).toMatchObject({ launch_on: '2099-12-15' });
    expect((await journal()).slice(before)).toEqual([`${OWNER} service.launch`]);
    stage.sandbox.addCollaborator('harbour/quay', MEMBER, 'read');
    await owner.post('/o/harbour/r/quay/champion', { login: `@${MEMBER}` });
    await owner.post('/o/harbour/r/quay/launch', { day: '' });
    expect((await journal()).slice(before + 1)).toEqual([`${OWNER} service.champion`, `${OWNER} service.launch`]);
    expect(await launchOf()).toMatchObject({ launch_on: null, champion: MEMBER });
  });

  test('is not for those who may not say the command, and the page says who may', async () => {
    stage.sandbox.addCollaborator('harbour/quay', 'rita', 'read');
    const rita = await stage.signedIn('rita');
    const before = await journal();
    for (const [action, fields, words] of [
      ['launch', { day: '2099-12-15' }, 'write role'],
      ['champion', { login: 'rita' }, 'write role'],
      ['approve', { item: 'hsts' }, 'not for everybody'],
    ] as const) {
      const location = saidAt(await rita.post(`/o/harbour/r/quay/${action}`, fields));
      const shown = await rita.get(`/account?${location.split('?')[1]}`);
      expect(await shown.text()).toContain(words);
      expect(await (await rita.get('/account')).text()).not.toContain(words);
    }
    expect(await journal()).toEqual(before);
  });

  test('is taken on what the page showed: a request that changed since is not approved by it', async () => {
    const owner = await stage.signedIn(OWNER);
    const requestedAt = stage.clock.now();
    await askForWaiver(stage.db.kysely, repositoryId, 'team-grants', {
      requestedBy: 'mary',
      requestedAt: requestedAt.toISOString(),
      until: dayOf(new Date(requestedAt.getTime() + 20 * 24 * 60 * MINUTE)),
      reason: 'Not yet',
    });
    const approve = async (seen: Record<string, string>) => {
      const location = saidAt(await owner.post('/o/harbour/r/quay/approve', { item: 'team-grants', ...seen }));
      return (await owner.get(`/account?${location.split('?')[1]}`)).text();
    };
    const seen = (minutes: number) => ({ [SEEN_AT]: new Date(requestedAt.getTime() + minutes * MINUTE).toISOString() });
    for (const earlier of [seen(-1), seen(9), {}, { [SEEN_AT]: 'yesterday' }])
      expect(await approve(earlier)).toContain('changed while you approved it');
    expect(await approve(seen(0))).toContain('is accepted until');
  });

  test('that cannot be is told in the words of the command', async () => {
    const owner = await stage.signedIn(OWNER);
    const location = saidAt(await owner.post('/o/harbour/r/quay/launch', { day: '2001-01-01' }));
    expect(await (await owner.get(`/account?${location.split('?')[1]}`)).text()).toContain('2001-01-01 is past');
  });

  test('is not taken while GitHub is away', async () => {
    const owner = await stage.signedIn(OWNER);
    await owner.get('/account');
    stage.sandbox.faults.add({ effect: 'error-before', status: 502 });
    const before = await journal();
    const location = saidAt(await owner.post('/o/harbour/r/quay/launch', { day: '2099-12-16' }));
    expect(await (await owner.get(`/account?${location.split('?')[1]}`)).text()).toContain('nothing was changed');
    expect(await journal()).toEqual(before);
  });

  test('is taken in the name that the person has on GitHub at this moment', async () => {
    const owner = await stage.signedIn(OWNER);
    await owner.get('/account');
    const { users, organizations } = stage.sandbox.state;
    const user = stage.sandbox.state.user(OWNER);
    if (user === undefined) throw new Error('There is an owner');
    // Renamed, and somebody else has the old name now.
    const renamed = { ...user, login: 'olivia' };
    users.set('olivia', renamed).set(OWNER, { ...user, id: 99 });
    organizations.get('harbour')?.members.set('olivia', 'admin');
    for (const token of stage.sandbox.state.userAccessTokens.values())
      if (token.login === OWNER) stage.sandbox.state.userAccessTokens.set(token.token, { ...token, login: 'olivia' });
    await owner.post('/o/harbour/r/quay/launch', { day: '2099-12-17' });
    expect((await journal()).at(-1)).toBe('olivia service.launch');
    users.set(OWNER, user).delete('olivia');
    organizations.get('harbour')?.members.delete('olivia');
  });
});

describe('a token of programs', () => {
  test('is shown once, kept by its digest, and works until it is revoked or over', async () => {
    const owner = await stage.signedIn(OWNER);
    const made = await owner.post('/o/harbour/tokens', { name: 'nightly', days: '30' });
    const token = /seaworthy_[\w-]{43}/.exec(await made.text())?.[0] ?? '';
    expect([made.status, made.headers.get('cache-control'), token.length]).toEqual([200, 'no-store', 53]);
    const rows = await stage.db.kysely.selectFrom('api_token').selectAll().execute();
    expect([rows.length, JSON.stringify(rows).includes(token)]).toEqual([1, false]);
    const again = await owner.post('/o/harbour/tokens', { name: 'Nightly', days: '30' });
    expect([again.status, again.headers.get('location')?.split('?')[0]]).toEqual([303, '/o/harbour/system']);

    const api = new Hono<ApiEnv>();
    api.get('/', tokenBearer({ db: stage.db.kysely, clock: stage.clock }), (context) =>
      context.text(String(context.get('installationId'))),
    );
    const use = async (authorization: string) => {
      const response = await api.request('/', { headers: { authorization } });
      return response.status === 200 ? Number(await response.text()) : response.status;
    };
    expect(await use(`Bearer ${token}`)).toBe(stage.installationId);
    expect(await use(`Basic ${token}`)).toBe(401);
    expect(await use(`Bearer ${token.slice(0, -1)}_`)).toBe(401);
    const unknown = await owner.post(`/o/harbour/tokens/${'9'.repeat(30)}/revoke`);
    expect([unknown.status, await use(`Bearer ${token}`)]).toEqual([303, stage.installationId]);
    await owner.post(`/o/harbour/tokens/${rows[0]?.id}/revoke`);
    expect(await use(`Bearer ${token}`)).toBe(401);

    const next = /seaworthy_[\w-]{43}/.exec(
      await (await owner.post('/o/harbour/tokens', { name: 'nightly', days: '30' })).text(),
    )?.[0];
    stage.clock.pass(31 * 24 * 60 * MINUTE);
    expect(await use(`Bearer ${next}`)).toBe(401);
    const kinds = await stage.db.kysely
      .selectFrom('journal')
      .select(['kind', 'subject'])
      .where('kind', 'like', 'token.%')
      .orderBy('seq')
      .execute();
    expect(kinds).toEqual(
      ['token.made', 'token.revoked', 'token.made'].map((kind) => ({
        kind,
        subject: `installation:${stage.installationId}`,
      })),
    );
  });

  test.each([
    ['without a name', { name: ' ', days: '30' }],
    ['with a name past all bounds', { name: 'x'.repeat(61), days: '30' }],
    ['for longer than a year', { name: 'long', days: '366' }],
    ['for ever', { name: 'long', days: '' }],
  ])('%s is not made', async (_name, fields) => {
    const owner = await stage.signedIn(OWNER);
    expect((await owner.post('/o/harbour/tokens', fields)).status).toBe(303);
    const made = await stage.db.kysely.selectFrom('api_token').selectAll().where('name', '=', fields.name).execute();
    expect(made).toEqual([]);
  });
});

const badges = createBadgeSigner({ key: new Uint8Array(32) });

test('without the App’s client secret the pages say how to set it, and nobody is let in', async () => {
  const nothing = {
    db: stage.db.kysely,
    clock: stage.clock,
    log: silentLog,
    checklists: [],
    publicUrl: PUBLIC,
    badges,
  };
  const github = { url: stage.sandbox.url, apiUrl: stage.sandbox.url };
  const refuse = async () => ({ ok: false, text: null });
  const none = { needs: { permissions: {}, events: [] }, webhooks: new Map(), quotaOf: async () => null };
  const app = createDashboard({
    ...nothing,
    github,
    people: null,
    act: refuse,
    mayApprove: async () => false,
    ...none,
  });
  const owner = await stage.signedIn(OWNER);
  const cookie = `${COOKIE}=${owner.cookies.get(COOKIE)}`;
  for (const path of ['/', '/login', '/login/callback?code=1&state=2', ORGANISATION]) {
    const response = await app.request(path, { headers: { cookie } });
    expect([response.status >= 400, (await response.text()).includes('CLIENT_SECRET')]).toEqual([true, true]);
  }
});

test('owners are told which reports reach nobody', async () => {
  const policy = { reports: { digest: 'weekly' as const, webhook: 'tracker' } };
  const reading = { fileSha: 'x', good: policy, problems: [], readAt: stage.clock.now() };
  await savePolicy(stage.db.kysely, { scope: 'organisation', id: stage.installationId }, reading);
  const owner = await stage.signedIn(OWNER);
  expect(await (await owner.get('/o/harbour/system')).text()).toContain('<code>harbour/tracker=https://…</code>');
});

test('our own site check gives these pages an A+', async () => {
  const owner = await stage.signedIn(OWNER);
  for (const response of [await stage.browser().get('/'), await owner.get('/account'), await owner.get('/nowhere')]) {
    const https = {
      url: `${PUBLIC}/`,
      status: response.status,
      headers: [...response.headers],
      body: await response.text(),
      redirects: [],
      tls: { protocol: 'TLSv1.3', cipher: 'TLS_AES_128_GCM_SHA256', isTrusted: true, problem: null, validTo: null },
    };
    const report = judgeSite({ target: PUBLIC, https, http: { because: 'refused' }, speaksOldTls: false });
    expect([report?.grade, report?.outcomes.filter(({ modifier }) => modifier < 0)]).toEqual(['A+', []]);
  }
});
