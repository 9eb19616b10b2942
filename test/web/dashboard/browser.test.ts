/** The pages in a real browser: signing in, finding, deciding, with keyboard, in the dark, on a phone, without scripts. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Hono } from 'hono';
import { sql } from 'kysely';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { saveRepositories } from '../../../src/infra/db/installations.js';
import { saveLook } from '../../../src/infra/db/readiness.js';
import { saveSnapshots } from '../../../src/infra/db/snapshots.js';
import { askForWaiver } from '../../../src/infra/db/waivers.js';
import { type RunningServer, startServer } from '../../../src/web/server.js';
import { startChromium } from '../../support/chromium.js';
import { type DashboardStage, OWNER, startDashboard } from '../../support/dashboard.js';
import { onPglite } from '../../support/databases.js';
import { HOSTILE } from './support/frame.js';
import { NOT_READY, READY, snapshotsOf } from './support/organisation.js';

const databases = onPglite();
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** Colours that are on their way to others are no colours to judge. */
const DESK = { viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' } as const;
const PHONE = { viewport: { width: 360, height: 740 } } as const;
const DARK = { ...DESK, colorScheme: 'dark' } as const;

let stage: DashboardStage;
let server: RunningServer;
let browser: Browser;
let home: string;
let axe: string;
/** The cookies of the owner, signed in by the pages themselves. */
let signedIn: Awaited<ReturnType<Awaited<ReturnType<Browser['newContext']>>['storageState']>>;

beforeAll(async () => {
  // The address has to be known before the App is made.
  const outer = new Hono();
  outer.all('*', (context) => stage.app.fetch(context.req.raw));
  server = await startServer({ app: outer, host: '127.0.0.1', port: 0 });
  home = server.url.replace('127.0.0.1', 'localhost');
  stage = await startDashboard(await databases.fresh(), home);
  await fill();
  [browser, axe] = await Promise.all([startChromium(), readFile(AXE, 'utf8')]);
  const context = await browser.newContext(DESK);
  await signIn(await context.newPage());
  await seeHostile();
  signedIn = await context.storageState();
  await context.close();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  await stage?.close();
});

/** Of a repository that GitHub would not let anybody name so; the database would. */
const HOSTILE_ID = 4_000_000;

/** The sandbox knows of no such repository; what it answered is not asked again for minutes. */
async function seeHostile(): Promise<void> {
  await sql`insert into viewer_repository (user_id, repository_id, permission)
    select user_id, ${HOSTILE_ID}, 'read' from viewer`.execute(stage.db.kysely);
}

/** A service that is ready, one that is not and waits for an approval, and one whose people wrote what they wanted. */
async function fill(): Promise<void> {
  const { kysely: db } = stage.db;
  const { id: ready } = await stage.addRepository('web-checkout', false);
  const { id: waiting } = await stage.addRepository('payments-api', true);
  await saveRepositories(db, [
    {
      id: HOSTILE_ID,
      installationId: stage.installationId,
      owner: 'harbour',
      name: `${HOSTILE.html}${HOSTILE.rtl}${HOSTILE.long}`,
      private: false,
      fork: false,
      archived: false,
      hasIssues: true,
      defaultBranch: 'main',
    },
  ]);
  const [snapshot] = snapshotsOf(1);
  if (snapshot === undefined) throw new Error('There is no snapshot');
  const computedAt = stage.clock.now();
  const look = { forecast: null, atRiskFrom: null, snapshot };
  await saveLook(db, ready, { ...look, readiness: { ...READY, computedAt } });
  await saveLook(db, waiting, { ...look, readiness: { ...NOT_READY, computedAt } });
  const blockers = [{ text: `${HOSTILE.html}${HOSTILE.long}` }];
  await saveLook(db, HOSTILE_ID, {
    ...look,
    readiness: { ...NOT_READY, computedAt, blockers, champion: HOSTILE.long },
  });
  await saveSnapshots(db, waiting, snapshotsOf(30));
  const request = { requestedBy: 'ada', requestedAt: computedAt.toISOString(), until: untilOf(computedAt) };
  await askForWaiver(db, waiting, 'webhooks-secured', { ...request, reason: `${HOSTILE.html}${HOSTILE.rtl}` });
}

/** Within what anybody may accept a risk for. */
function untilOf(now: Date): string {
  return new Date(now.getTime() + 14 * 86_400_000).toISOString().slice(0, 10);
}

async function signIn(page: Page): Promise<void> {
  await page.goto(home);
  await page.getByRole('link', { name: 'Sign in with GitHub' }).click();
  await page.getByRole('radio', { name: OWNER }).check();
  await page.getByRole('button', { name: /^Authorize/ }).click();
  await page.waitForURL(`${home}/o/harbour`);
}

async function open(path: string, options: BrowserContextOptions = DESK): Promise<Page> {
  const context = await browser.newContext({ ...options, storageState: signedIn });
  const page = await context.newPage();
  await page.goto(`${home}${path}`);
  return page;
}

const close = (page: Page) => page.context().close();

const PAGES = [
  '/',
  '/account',
  '/o/harbour',
  '/o/harbour?search=nothing-like-it',
  '/o/harbour/launches',
  '/o/harbour/waivers',
  '/o/harbour/secrets',
  '/o/harbour/journal',
  '/o/harbour/system',
  '/o/harbour/r/payments-api',
  '/o/harbour/r/web-checkout',
  '/o/harbour/r/nothing',
  '/checklists',
  '/checklists/web-service',
];

/** What axe finds wrong, as `rule: element | element`. @param rules all where none are named */
async function violations(page: Page, rules: readonly string[] = []): Promise<unknown> {
  const only = rules.length === 0 ? '{}' : JSON.stringify({ runOnly: rules });
  return page.evaluate(
    `axe.run(${only}).then(({ violations }) => violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html.slice(0, 200))].join(' | ')))`,
  );
}

const sticksOut = (page: Page) =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');

test.each(PAGES)('%s is fit for everybody, in the light, in the dark and on a phone', async (path) => {
  const page = await open(path);
  await page.evaluate(axe);
  expect(await violations(page)).toEqual([]);
  expect(await sticksOut(page)).toBe(0);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await violations(page, ['color-contrast'])).toEqual([]);
  await page.setViewportSize(PHONE.viewport);
  expect(await violations(page, ['target-size', 'scrollable-region-focusable'])).toEqual([]);
  expect(await sticksOut(page)).toBe(0);
  await close(page);
});

test('the dark is dark', async () => {
  const page = await open('/o/harbour', DARK);
  const [background] = (await page.evaluate(
    'getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number)',
  )) as number[];
  expect(background).toBeLessThan(40);
  await close(page);
});

test('a filter is chosen with the mouse and kept in the address', async () => {
  const page = await open('/o/harbour');
  await page.getByLabel('Launch', { exact: true }).selectOption('ready');
  await page.waitForURL(/state=ready/);
  const rows = page.locator('tbody tr');
  expect(await rows.count()).toBe(1);
  expect(await rows.first().textContent()).toContain('web-checkout');
  await page.getByRole('link', { name: 'Clear' }).click();
  await page.waitForURL(`${home}/o/harbour`);
  expect(await rows.count()).toBe(3);
  await close(page);
});

test('without scripts a filter needs its button, and a column sorts', async () => {
  const page = await open('/o/harbour', { ...DESK, javaScriptEnabled: false });
  await page.getByLabel('Grade', { exact: true }).selectOption('A');
  await page.getByRole('button', { name: 'Apply' }).click();
  expect(await page.locator('tbody tr').count()).toBe(1);
  await page.getByRole('link', { name: 'Clear' }).click();
  await page.getByRole('link', { name: 'Repository', exact: true }).click();
  expect(page.url()).toContain('sort=name');
  expect(await page.locator('th[aria-sort="ascending"]').textContent()).toContain('Repository');
  await close(page);
});

test('with the keyboard alone one skips to the content, searches and opens a repository', async () => {
  const page = await open('/o/harbour');
  await page.keyboard.press('Tab');
  expect(await page.evaluate('document.activeElement.textContent.trim()')).toBe('Skip to content');
  await page.keyboard.press('Enter');
  const search = page.getByLabel('Search by name');
  const isThere = () =>
    search.evaluate(
      (field: { ownerDocument: { activeElement: unknown } }) => field === field.ownerDocument.activeElement,
    );
  for (let steps = 0; steps < 30 && !(await isThere()); steps += 1) await page.keyboard.press('Tab');
  await page.keyboard.type('payments');
  await page.keyboard.press('Enter');
  await page.waitForURL(/search=payments/);
  const link = page.getByRole('link', { name: 'payments-api' });
  await link.focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/r\/payments-api$/);
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('payments-api');
  await close(page);
});

test('a choice made with the keyboard waits for its button', async () => {
  const page = await open('/o/harbour');
  await page.getByLabel('Launch', { exact: true }).focus();
  await page.keyboard.press('ArrowDown');
  expect(page.url()).toBe(`${home}/o/harbour`);
  await close(page);
});

test('a launch date is set, told and shown', async () => {
  const page = await open('/o/harbour/r/web-checkout');
  const date = untilOf(stage.clock.now());
  await page.getByLabel('Launch date').fill(date);
  await page.getByRole('button', { name: 'Set date' }).click();
  expect(await page.getByRole('status').count()).toBe(1);
  expect(await page.locator('.Verdict time').first().getAttribute('datetime')).toBe(date);
  await page.goto(`${home}/o/harbour/r/web-checkout`);
  expect(await page.getByRole('status').count()).toBe(0);
  await close(page);
});

test('a waiver is approved by somebody else than who asked', async () => {
  const page = await open('/o/harbour/r/payments-api');
  await page.getByRole('button', { name: 'Approve webhooks-secured' }).click();
  expect(await page.locator('.flash').textContent()).toContain('accepted until');
  expect(await page.locator('#item-webhooks-secured').textContent()).toContain('Risk accepted');
  expect(await page.getByRole('button', { name: /Approve/ }).count()).toBe(0);
  await close(page);
});

test('signing out leaves nothing to see', async () => {
  const page = await open('/o/harbour');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.goto(`${home}/o/harbour`);
  expect(await page.getByText('payments-api').count()).toBe(0);
  await close(page);
});
