/** Every route there is, as everybody there can be: the list is the running App's own, so that a new one cannot be forgotten. */
import { onPglite } from '../../support/databases.js';
import { dayOf } from '../../../src/core/clock.js';
import { snapshotOf } from '../../../src/domain/outlook/snapshot.js';
import { saveLook } from '../../../src/infra/db/readiness.js';
import { READINESS } from '../../domain/outlook/support.js';
import { appendJournal } from '../../../src/infra/db/journal.js';
import { askForWaiver } from '../../../src/infra/db/waivers.js';
import { type Browser, type DashboardStage, MEMBER, OWNER, STRANGER, startDashboard } from '../../support/dashboard.js';

const databases = onPglite();

/** Shown to those who may see it and to nobody else, in whatever part of a page. */
const HIDDEN = 'hush-hush';

type Who = 'anonymous' | 'stranger' | 'member' | 'reader' | 'maintainer' | 'owner';
const PEOPLE: Readonly<Record<Exclude<Who, 'anonymous'>, string>> = {
  stranger: STRANGER,
  member: MEMBER,
  reader: 'rita',
  maintainer: 'mary',
  owner: OWNER,
};

let stage: DashboardStage;
const browsers = new Map<Who, Browser>();

beforeAll(async () => {
  stage = await startDashboard(await databases.fresh());
  const { sandbox } = stage;
  const organization = sandbox.state.organization('harbour');
  if (organization) organization.defaultPermission = 'none';
  await stage.addRepository('open', false);
  const { id } = await stage.addRepository(HIDDEN, true);
  sandbox.addCollaborator('harbour/open', MEMBER, 'read');
  sandbox.addCollaborator(`harbour/${HIDDEN}`, 'rita', 'read');
  sandbox.addCollaborator(`harbour/${HIDDEN}`, 'mary', 'maintain');
  await appendJournal(stage.db.kysely, [
    {
      at: stage.clock.now(),
      actor: 'mary',
      repositoryId: id,
      subject: 'service',
      kind: 'service.launch',
      data: { from: {}, to: { launchOn: '2027-01-01' } },
    },
  ]);
  await askForWaiver(stage.db.kysely, id, 'hsts', {
    requestedBy: 'mary',
    requestedAt: stage.clock.now().toISOString(),
    until: '2099-01-01',
    reason: `${HIDDEN} has none`,
  });
  const readiness = { ...READINESS, computedAt: stage.clock.now(), launchOn: '2099-01-01' };
  const snapshot = snapshotOf(readiness, dayOf(stage.clock.now()));
  await saveLook(stage.db.kysely, id, { readiness, snapshot, forecast: null, atRiskFrom: null });
  await stage.db.kysely
    .insertInto('finding')
    .values({
      repository_id: id,
      fingerprint: 'f'.repeat(64),
      rule_id: 'generic',
      title: 'Something secret',
      severity: 'HIGH',
      confidence: 'high',
      preview: 'a…z',
      state: 'open',
      found_at: stage.clock.now(),
      path: `${HIDDEN}.env`,
      line: 1,
      commit_sha: 'a'.repeat(40),
    })
    .execute();
  browsers.set('anonymous', stage.browser());
  for (const [who, login] of Object.entries(PEOPLE)) browsers.set(who as Who, await stage.signedIn(login));
});

afterAll(() => stage.close());

/** What anybody may ask for; everything else is somebody's. */
const PUBLIC_ROUTES = [
  /^GET \/(?:healthz|readyz|metrics)$/,
  /^POST \/api\/github\/webhooks$/,
  /^(?:GET|POST) \/admin\//,
  /^GET \/login(?:\/callback)?$/,
  /^GET \/checklists(?:\/:name)?$/,
  /^GET \/assets\/[\w.]+$/,
  /^GET \/badge\//,
  /^GET \/api\/v1\/openapi\.json$/,
];

const routes = () => [
  ...new Set(
    stage.app.routes
      .filter(({ method, path }) => method !== 'ALL' && !path.includes('*'))
      .map(({ method, path }) => `${method} ${path}`)
      .filter((route) => !PUBLIC_ROUTES.some((known) => known.test(route))),
  ),
];

/** Who gets an answer, from the path alone. */
function mayUse(who: Who, path: string): boolean {
  if (who === 'anonymous') return false;
  if (!path.startsWith('/o/')) return true;
  if (who === 'stranger') return false;
  if (/^\/o\/:org\/(?:system|tokens)(?:\/|$)/.test(path)) return who === 'owner';
  return path.startsWith('/o/:org/r/') ? who !== 'member' : true;
}

async function ask(who: Who, route: string): Promise<Response> {
  const [method, pattern = ''] = route.split(' ');
  const path = pattern
    .replace(':org', 'Harbour')
    .replace(':repo', HIDDEN)
    .replace(/:id(?:\{[^}]*\})?/, '1');
  const browser = browsers.get(who);
  if (browser === undefined) throw new Error(`There is no ${who}`);
  return method === 'GET' ? browser.get(path) : browser.post(path);
}

const WHO: readonly Who[] = ['anonymous', 'stranger', 'member', 'reader', 'maintainer', 'owner'];

/** The way to sign in leads back to the address that was asked for: who asked knows it. */
function withoutOwnWords(text: string): string {
  return text.replace(/\/login\?to=[^"]*/g, '');
}

test.each(WHO)('%s gets what is theirs, and of everything else not even that it is there', async (who) => {
  const wrong: string[] = [];
  // Signing out ends the visit, so it comes last.
  const sorted = routes().toSorted((a, b) => Number(a.includes('/logout')) - Number(b.includes('/logout')));
  expect(sorted.length).toBeGreaterThan(8);
  const refused = who === 'anonymous' ? 401 : 404;
  for (const route of sorted) {
    const [, path = ''] = route.split(' ');
    const response = await ask(who, route);
    const { status } = response;
    // The way to sign in leads back to what was asked for.
    const text = (await response.text()).replace(/\/login\?to=[^"]*/g, '');
    const isRight = path.startsWith('/api/v1/')
      ? status === 401
      : mayUse(who, path)
        ? status < 400
        : status === refused;
    if (!isRight) wrong.push(`${route} answers ${status}`);
    if (!['reader', 'maintainer', 'owner'].includes(who) && withoutOwnWords(text).includes(HIDDEN))
      wrong.push(`${route} tells`);
  }
  expect(wrong).toEqual([]);
});

const TELLING = ['', '/launches', '/waivers', '/journal', '/journal.csv', '/export.csv', '/export.json', '/meeting.md'];

test.each(TELLING)('/o/harbour%s tells those who may see it', async (page) => {
  for (const login of ['rita', OWNER])
    expect(await (await (await stage.signedIn(login)).get(`/o/harbour${page}`)).text()).toContain(HIDDEN);
});

test('every route that is nobody’s in particular lies where a guard stands', () => {
  const astray = routes().filter((route) => !/ \/(?:$|account$|logout$|o\/:org(?:\/|$)|api\/v1\/)/.test(route));
  expect(astray).toEqual([]);
});

test('what is not there looks like what may not be seen', async () => {
  const member = await stage.signedIn(MEMBER);
  const textAt = async (path: string) => {
    const response = await member.get(path);
    // Each form of a visit has its own token, also that for signing out.
    return [response.status, (await response.text()).replace(/value="[^"]*"/g, '')];
  };
  const unseen = await textAt(`/o/harbour/r/${HIDDEN}`);
  expect(unseen[0]).toBe(404);
  for (const path of ['/o/harbour/r/nowhere', '/o/nowhere', '/o/nowhere/r/x', '/o/harbour/system', '/o'])
    expect([path, ...(await textAt(path))]).toEqual([path, ...unseen]);
});

test('who is not signed in reads nothing but their own words in the way back', async () => {
  const anonymous = stage.browser();
  const textAt = async (name: string) => {
    const response = await anonymous.get(`/o/harbour/r/${name}`);
    return [response.status, (await response.text()).replaceAll(name, 'NAME')];
  };
  expect(await textAt(HIDDEN)).toEqual(await textAt('nowhere'));
});

test.each([
  ['without a token', { token: null }],
  ['with the token of another form', { token: 'of another form' }],
  ['from another site', { headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' } }],
  ['from another origin of the same site', { headers: { origin: 'https://evil.example.com' } }],
  ['from a page that says nothing', { headers: {} }],
  ['from a sandboxed frame', { headers: { origin: 'null' } }],
])('a form %s does nothing, on every route', async (_name, change) => {
  const owner = await stage.signedIn(OWNER);
  const journal = async () => (await stage.db.kysely.selectFrom('journal').select('seq').execute()).length;
  const before = await journal();
  const answers: string[] = [];
  for (const route of routes().filter((one) => one.startsWith('POST '))) {
    const path = route
      .slice(5)
      .replace(':org', 'harbour')
      .replace(':repo', HIDDEN)
      .replace(/:id(?:\{[^}]*\})?/, '1');
    const { status } = await owner.post(path, { day: '2099-01-01', name: 'x', days: '30' }, change);
    if (status !== 403) answers.push(`${path} answers ${status}`);
  }
  expect(answers).toEqual([]);
  expect(await journal()).toBe(before);
  expect((await owner.get('/account')).status).toBe(200);
});

test('a form of more than 64 kB is not read', async () => {
  const owner = await stage.signedIn(OWNER);
  expect((await owner.post('/o/harbour/tokens', { name: 'x'.repeat(70_000) })).status).toBe(413);
});

test('a GET changes nothing', async () => {
  const owner = await stage.signedIn(OWNER);
  const rows = async () => {
    const counts: number[] = [];
    for (const table of ['journal', 'job', 'service', 'api_token', 'effect'] as const)
      counts.push((await stage.db.kysely.selectFrom(table).selectAll().execute()).length);
    return counts;
  };
  const before = await rows();
  for (const route of routes())
    await owner.get(
      route
        .slice(route.indexOf(' ') + 1)
        .replace(':org', 'harbour')
        .replace(':repo', HIDDEN),
    );
  expect(await rows()).toEqual(before);
});
