/** Pictures of the dashboard for the README and its guide: the made-up services of the demo, as an owner sees them. */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Hono } from 'hono';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { layHistory, type Service } from '../src/cli/_demo/fleet/lay.js';
import { PLANS } from '../src/cli/_demo/fleet/plans.js';
import { keepReadiness } from '../src/flows/keep-readiness.js';
import { readChecklists } from '../src/infra/catalogue.js';
import { openDatabase } from '../src/infra/db/open.js';
import { startServer } from '../src/web/server.js';
import { type DashboardStage, OWNER, startDashboard } from '../test/support/dashboard.js';

const WIDE = { viewport: { width: 1280, height: 1000 } } as const;
const LOOKS: ReadonlyArray<readonly [name: string, options: BrowserContextOptions]> = [
  ['light', { ...WIDE, colorScheme: 'light' }],
  ['dark', { ...WIDE, colorScheme: 'dark' }],
  ['phone', { viewport: { width: 360, height: 1000 }, colorScheme: 'light' }],
];

const PICTURES: ReadonlyArray<readonly [name: string, path: string]> = [
  ['organisation', '/o/harbour'],
  ['launches', '/o/harbour/launches'],
  ['repository', '/o/harbour/r/mail-gateway'],
];

/** Answers the names of the files. @param folder where they go */
export async function takeDashboard(browser: Browser, folder: string): Promise<readonly string[]> {
  const dataFolder = await mkdtemp(path.join(os.tmpdir(), 'seaworthy-pictures-'));
  const db = await openDatabase({ dataFolder });
  // The address has to be known before the App is made.
  const outer = new Hono();
  const server = await startServer({ app: outer, host: '127.0.0.1', port: 0 });
  const home = server.url.replace('127.0.0.1', 'localhost');
  const { loadRegistries }: typeof import('../src/app.js') = await import(pathToFileURL('dist/app.js').href);
  const stage = await startDashboard(db, home, loadRegistries);
  outer.all('*', (context) => stage.app.fetch(context.req.raw));
  try {
    await fill(stage);
    const files: string[] = [];
    for (const [look, options] of LOOKS) {
      const context = await browser.newContext(options);
      const page = await context.newPage();
      await signIn(page, home);
      for (const [name, address] of PICTURES) {
        const file = `dashboard-${name}-${look}.png`;
        await page.goto(`${home}${address}`);
        await page.screenshot({ path: path.join(folder, file) });
        files.push(file);
      }
      await context.close();
    }
    return files;
  } finally {
    await server.close();
    await stage.close();
    await db.close();
    await rm(dataFolder, { recursive: true, force: true });
  }
}

async function fill({ db: { kysely: db }, clock, installationId, addRepository }: DashboardStage): Promise<void> {
  const { checklists } = await readChecklists('checklists');
  const services: Service[] = [];
  for (const plan of PLANS) services.push({ id: (await addRepository(plan.name, true)).id, plan });
  await layHistory(db, services, { checklists, now: clock.now() });
  const job = { delivery: 'pictures', installationId };
  for (const { id } of services) await keepReadiness(id, { db, clock, job, checklists: [...checklists.values()] });
}

async function signIn(page: Page, home: string): Promise<void> {
  await page.goto(home);
  await page.getByRole('link', { name: 'Sign in with GitHub' }).click();
  await page.getByRole('radio', { name: OWNER }).check();
  await page.getByRole('button', { name: /^Authorize/ }).click();
  await page.waitForURL(`${home}/o/harbour`);
}
