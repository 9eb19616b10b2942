/** The generated pages are those that the registries give today. */
import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { loadPages } from '../../src/cli/docs.js';
import { VARIABLE_NAMES } from '../../src/config/variables.js';
import { APP_VARIABLES } from '../../src/web/setup/result.js';

const pages = await loadPages();

test.each([...pages.values()].map((page) => [page.file, page] as const))(
  '%s is up to date (`npm run docs`)',
  async (file, page) => {
    expect(readFileSync(file, 'utf8')).toBe(await page.render());
  },
);

test('.env.example is an env file that sets nothing', () => {
  const values = parseEnv(readFileSync('.env.example', 'utf8'));
  expect(values).toEqual({ APP_ID: '', WEBHOOK_SECRET: '' });
});

test('set-up writes only variables that the configuration reads', () => {
  expect(VARIABLE_NAMES).toEqual(
    expect.arrayContaining([...APP_VARIABLES, 'GITHUB_URL', 'PUBLIC_URL', 'FINGERPRINT_KEY']),
  );
});
