/** `npm run screenshots`: plays the demo's story as far as each picture and takes it, then those of the dashboard. */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { setStage } from '../src/cli/_demo/stage.js';
import { story } from '../src/cli/_demo/story.js';
import { startChromium } from '../test/support/chromium.js';
import { takeDashboard } from './dashboard-pictures.js';

const FOLDER = path.resolve('docs/images');
/** The width a README is read at. */
const VIEWPORT = { width: 1012, height: 1000 };
/** Above the first line. */
const MARGIN = 12;

interface Picture {
  /** Step of the story after which, on the page it links to, the picture is taken. */
  readonly after: string;
  readonly file: string;
  /** Cuts out what matters. */
  take(page: Page, file: string): Promise<unknown>;
}

const PICTURES: readonly Picture[] = [
  {
    after: 'ticks are tracked, with who ticked',
    file: 'baseline-issue.png',
    take: async (page, path) => page.screenshot({ path, clip: await upTo(page, page.locator('.task').nth(4)) }),
  },
  {
    after: 'a committed secret fails the check, masked',
    file: 'failing-check.png',
    async take(page, path) {
      await page.getByRole('link', { name: 'Details' }).first().click();
      await page.screenshot({ path, clip: await upTo(page, page.locator('.file').last()) });
    },
  },
];

/** The page without its bar, down to where `last` ends. */
async function upTo(page: Page, last: Locator) {
  const [main, end] = [await page.locator('main').boundingBox(), await last.boundingBox()];
  if (main === null || end === null) throw new Error('The page does not show what the picture is to end with');
  const y = Math.floor(main.y) - MARGIN;
  return { x: 0, y, width: VIEWPORT.width, height: Math.ceil(end.y + end.height) + 1 - y };
}

const stage = await setStage({ packageFolder: process.cwd() });
const browser = await startChromium();
try {
  await mkdir(FOLDER, { recursive: true });
  const page = await browser.newPage({ viewport: VIEWPORT, colorScheme: 'light' });
  const left = new Set(PICTURES);
  for (const step of story(stage)) {
    if (left.size === 0) break;
    const { link } = await step.run();
    for (const picture of left) {
      if (picture.after !== step.name || link === undefined) continue;
      await page.goto(link);
      await picture.take(page, path.join(FOLDER, picture.file));
      left.delete(picture);
      process.stdout.write(`docs/images/${picture.file}\n`);
    }
  }
  if (left.size > 0) throw new Error(`Not taken: ${[...left].map(({ file }) => file).join(', ')}`);
  for (const file of await takeDashboard(browser, FOLDER)) process.stdout.write(`docs/images/${file}\n`);
} finally {
  await browser.close();
  await stage.close();
}
