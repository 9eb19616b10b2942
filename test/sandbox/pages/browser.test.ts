/** A real browser clicks a box on the issue page: the body changes, without JavaScript. */
import type { AddressInfo } from 'node:net';
import { type ServerType, serve } from '@hono/node-server';
import type { Browser } from 'playwright-core';
import { createPages } from '../../../src/sandbox/pages/pages.js';
import { startChromium } from '../../support/chromium.js';
import { memoryView, SHA } from './memory-view.js';

let browser: Browser;
let server: ServerType;
let base: string;
const memory = memoryView();

beforeAll(async () => {
  browser = await startChromium();
  base = await new Promise((resolve) => {
    server = serve({ fetch: createPages(memory.view).fetch, port: 0, hostname: '127.0.0.1' }, (info: AddressInfo) =>
      resolve(`http://127.0.0.1:${info.port}`),
    );
  });
});

afterAll(async () => {
  await browser.close();
  await new Promise((resolve) => server.close(resolve));
});

test('a click on a box changes the body and shows it', async () => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(`${base}/acme/pay/issues/1`);
  const box = page.locator('.box').first();
  expect(await box.getAttribute('aria-checked')).toBe('false');
  await box.click();
  expect(await page.locator('.box').first().getAttribute('aria-checked')).toBe('true');
  expect(memory.issue().body).toContain('- [x] **Browsers are told');
  await page.close();
});

test('whom one acts as is chosen and kept', async () => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(`${base}/acme/pay/issues/1`);
  await page.getByLabel('Act as').selectOption('reader');
  await page.getByRole('button', { name: 'Switch' }).click();
  expect(page.url()).toBe(`${base}/acme/pay/issues/1`);
  await page.locator('.box').first().click();
  expect(await page.textContent('main')).toContain('Only people with write access');
  await page.close();
});

test.each([
  ['the issue', '/acme/pay/issues/1'],
  ['a commit with its diff', `/acme/pay/commit/${SHA}`],
  ['the repository', '/acme/pay'],
])('%s fits a phone', async (_, path) => {
  const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
  await page.goto(base + path);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
  await page.close();
});
