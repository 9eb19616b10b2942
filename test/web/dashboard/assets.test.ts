/** The built stylesheet and script: small, for light and dark, addressed by what they hold. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadAssets } from '../../../src/web/dashboard/assets/assets.js';

const { paths, routes } = loadAssets();
const get = async (address: string) => routes.request(address);
const styles = await (await get(paths.style)).text();

test.each([
  ['stylesheet', paths.style, 'text/css; charset=utf-8', 45_000],
  ['script', paths.script, 'text/javascript; charset=utf-8', 5_000],
])('the %s is served for ever and is small', async (_name, address, type, most) => {
  const response = await get(address);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe(type);
  expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect((await response.text()).length).toBeLessThan(most);
  expect(address).toMatch(/^\/assets\/dashboard\.[0-9a-f]{12}\.(?:css|js)$/);
});

test.each(['/assets/dashboard.css', '/assets/dashboard.000000000000.css', '/assets/../package.json', '/assets/'])(
  '%s is not there',
  async (address) => {
    expect((await get(address)).status).toBe(404);
  },
);

test.each([
  ['a button of Primer', '.btn{', true],
  ['a utility of Primer', '.fgColor-muted{', true],
  ['our own part', '.UnderlineNav-item{', true],
  ['the dark theme', '@media (prefers-color-scheme:dark){:root{', true],
  ['a component that no page has', '.SideNav', false],
  ['a theme chosen by attribute', 'data-color-mode', false],
  ['a comment', '/*', false],
  ['anything from elsewhere', 'url(http', false],
])('holds %s: %s (%p)', (_name, text, isThere) => {
  expect(styles.includes(text)).toBe(isThere);
});

test('every variable that a rule needs is there, but for those with a fallback', () => {
  const declared = new Set([...styles.matchAll(/(--[\w-]+):/g)].map(([, name]) => name));
  const needed = [...styles.matchAll(/var\((--[\w-]+)\)/g)].map(([, name]) => name);
  expect(needed.filter((name) => !declared.has(name))).toEqual([]);
});

test('a start without a build says what to do', () => {
  expect(() => loadAssets(mkdtempSync(path.join(tmpdir(), 'assets-')))).toThrow(/npm run build/);
});
