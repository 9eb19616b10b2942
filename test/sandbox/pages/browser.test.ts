/** A real browser on the whole sandbox: a click on a box is an edit by that person, and the App hears of it. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { type LocalGitHub, startLocalGitHub } from '../../../src/sandbox/local-github.js';
import { startChromium } from '../../support/chromium.js';
import { appJwt, call } from '../support.js';
import { BODY } from './memory-view.js';

const FILE = 'src/a-rather-long-name-of-a-file-in-a-folder.ts';
const TEXT = `export const text = '${'long '.repeat(40)}';\n`;

let browser: Browser;
let github: LocalGitHub;
let app: Server;
let issuePath: string;
let commitPath: string;
const heard: { event: string; body: { sender?: { login: string }; issue?: { body: string } } }[] = [];

beforeAll(async () => {
  app = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    heard.push({ event: String(request.headers['x-github-event']), body: JSON.parse(text) });
    response.writeHead(202).end();
  });
  await new Promise<void>((resolve) => app.listen(0, '127.0.0.1', resolve));
  const webhookUrl = `http://127.0.0.1:${(app.address() as AddressInfo).port}/`;
  const permissions = { issues: 'write', contents: 'read', checks: 'write' } as const;
  github = await startLocalGitHub({
    webhookSecret: 'a secret for tests',
    webhookUrl,
    app: { id: 7, slug: 'seaworthy', permissions, events: ['issues', 'push'] },
  });
  github.createUser('ada');
  github.createUser('eve');
  github.createOrganization('acme', { owner: 'olive' });
  await github.createRepository('acme', { name: 'pay' });
  github.addCollaborator('acme/pay', 'ada', 'write');
  const { id } = github.installApp('acme');
  const { json } = await call(github, appJwt(github), `POST /app/installations/${id}/access_tokens`);
  const token = String(json.token);
  const made = await call(github, token, 'POST /repos/acme/pay/issues', { title: 'Security baseline', body: BODY });
  issuePath = `/acme/pay/issues/${made.json.number}`;
  const files = { [FILE]: TEXT };
  const sha = await github.as('ada').commit('acme/pay', { message: 'Add text', files });
  commitPath = `/acme/pay/commit/${sha}`;
  const annotation = { start_line: 1, end_line: 1, annotation_level: 'failure', message: 'Rotate it.', title: 'A key' };
  const annotations = Object.keys(files).map((path) => ({ ...annotation, path }));
  const output = { title: '1 secret committed', summary: '**A key** in line 1.', annotations };
  const run = { name: 'seaworthy/secrets', head_sha: sha, status: 'completed', conclusion: 'failure', output };
  await call(github, token, 'POST /repos/acme/pay/check-runs', run);
  browser = await startChromium();
});

afterAll(async () => {
  await browser.close();
  await github.stop();
  await new Promise((resolve) => app.close(resolve));
});

test('a click on a box changes the body, shows it, and is heard by the App', async () => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(github.url + issuePath);
  const box = page.locator('.box').first();
  expect(await box.getAttribute('aria-checked')).toBe('false');
  await box.click();
  expect(await page.locator('.box').first().getAttribute('aria-checked')).toBe('true');
  expect(await page.textContent('.edits')).toContain('ticked “Browsers are told to use HTTPS only, for a year”');
  await github.webhooks.idle();
  const edited = BODY.replace('- [ ] **Browsers', '- [x] **Browsers');
  expect(heard.at(-1)).toMatchObject({ event: 'issues', body: { sender: { login: 'ada' }, issue: { body: edited } } });
  await page.close();
});

test('whom one acts as is chosen and kept, and who may not is told why', async () => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(github.url + issuePath);
  await page.getByLabel('Act as').selectOption('eve');
  await page.getByRole('button', { name: 'Switch' }).click();
  expect(page.url()).toBe(github.url + issuePath);
  const before = github.state.issue(github.repository('acme/pay').id, 1)?.body;
  await page.locator('.box').first().click();
  expect(await page.textContent('h1')).toBe('That did not work');
  expect(github.state.issue(github.repository('acme/pay').id, 1)?.body).toBe(before);
  await page.close();
});

test.each([
  ['the issue', () => issuePath],
  ['a commit with its diff', () => commitPath],
  ['the repository', () => '/acme/pay'],
  ['the deliveries', () => '/_sandbox/deliveries'],
])('%s fits a phone', async (_, path) => {
  const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
  await page.goto(github.url + path());
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
  await page.close();
});

test.each([
  ['by the link in a commit', async (page: Page) => page.locator('.file header a').first().click()],
  ['by its branch', async (page: Page) => page.goto(`${github.url}/acme/pay/blob/feature/x/${FILE}`)],
])('a file is shown %s', async (_, open) => {
  await github.as('ada').commit('acme/pay', { branch: 'feature/x', message: 'Same', files: { [FILE]: TEXT } });
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(github.url + commitPath);
  await open(page);
  expect(await page.textContent('h1')).toBe(FILE);
  expect(await page.textContent('#L1 .text')).toBe(TEXT.trim());
  await page.close();
});

test('setting this up broke no rule of the contract', () => {
  expect(github.violations).toEqual([]);
});
