/** Set-up as an operator goes through it, from the link in the terminal to keys that start Seaworthy, and every way it can go wrong. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { environment, readConfig } from '../../../src/config.js';
import { fixedClock } from '../../../src/core/clock.js';
import { parseTemplate } from '../../../src/web/setup/manifest.js';
import { type RunningSetup, startSetup } from '../../../src/web/setup/server.js';
import { createBrowser, firstForm, type Page, textOf } from './browser.js';
import { type FakeGitHub, startFakeGitHub } from './fake-github.js';

const template = parseTemplate(readFileSync('app.yml', 'utf8'));
const clock = fixedClock(new Date('2026-11-22T10:00:00Z'));

let github: FakeGitHub;
let folder: string;
let envFile: string;
let setup: RunningSetup;
let defects: unknown[];

beforeEach(async () => {
  github = await startFakeGitHub();
  folder = mkdtempSync(path.join(tmpdir(), 'seaworthy-setup-'));
  envFile = path.join(folder, '.env');
  defects = [];
  const onDefect = (error: unknown) => void defects.push(error);
  setup = await startSetup({ template, envFile, port: 0, clock, fetch, onDefect });
});

afterEach(() => {
  setup.close();
  github.close();
  rmSync(folder, { recursive: true });
  expect(defects).toEqual([]);
});

const answers = () => ({ organisation: 'acme', publicUrl: 'https://seaworthy.example.com', githubUrl: github.url });

/** Up to the page that offers to save the keys. */
async function untilKeys(
  browser = createBrowser(),
): Promise<{ browser: ReturnType<typeof createBrowser>; keys: Page }> {
  const form = await browser.open(setup.url);
  const review = await browser.submit(form, answers());
  return { browser, keys: await browser.submit(review) };
}

test('from the link to keys that Seaworthy starts with', async () => {
  const { browser, keys } = await untilKeys();
  expect(github.received).toMatchObject([
    {
      path: '/organizations/acme/settings/apps/new',
      manifest: {
        name: 'seaworthy-acme',
        hook_attributes: { url: 'https://seaworthy.example.com/api/github/webhooks', active: true },
        default_permissions: template.default_permissions,
        default_events: template.default_events,
      },
    },
  ]);
  expect(github.exchanges).toBe(0);

  const done = await browser.submit(keys);
  expect(textOf(done)).toContain('The App is registered');
  expect(done.html).toContain(`href="${github.url}/apps/seaworthy-acme/installations/new"`);
  expect(done.html).not.toContain(github.webhookSecret);

  await expect(setup.finished).resolves.toMatchObject({
    appId: 4711,
    name: 'seaworthy-acme',
    webhookSecretToPaste: false,
  });
  expect(statSync(envFile).mode & 0o777).toBe(0o600);
  const config = readConfig(environment(folder, {}), folder);
  expect(config).toMatchObject({
    app: { id: 4711, webhookSecrets: [github.webhookSecret], login: { clientId: 'Iv23liFAKE' } },
    github: { url: github.url, apiUrl: `${github.url}/api/v3` },
    http: { publicUrl: 'https://seaworthy.example.com' },
    fingerprints: { derived: false },
  });
});

test('an App for a personal account, with a further tier', async () => {
  const browser = createBrowser();
  const form = await browser.open(setup.url);
  const review = await browser.submit(form, {
    ...answers(),
    organisation: '',
    name: 'Our Checks',
    tiers: ['verify', 'gate'],
  });
  expect(textOf(review)).toContain('Administration: read');
  await browser.submit(review);
  const { manifest, path: sentTo } = github.received[0] ?? {};
  expect(sentTo).toBe('/settings/apps/new');
  expect(manifest).toMatchObject({
    name: 'Our Checks',
    default_permissions: { administration: 'read', deployments: 'write' },
  });
  expect(manifest?.default_events).toEqual(
    expect.arrayContaining(['branch_protection_rule', 'deployment_protection_rule']),
  );
});

test('every wrong field is shown at once, with what was typed', async () => {
  const browser = createBrowser();
  const form = await browser.open(setup.url);
  const page = await browser.submit(form, {
    organisation: 'github.com/acme',
    publicUrl: 'http://seaworthy.example.com',
    githubUrl: 'github',
    name: '<b>"a name that is much too long for an App"</b>',
  });
  expect(page.status).toBe(422);
  expect(page.html.match(/aria-invalid="true"/g)).toHaveLength(4);
  expect(page.html).toContain('value="github.com/acme"');
  expect(page.html).not.toContain('<b>');
  expect(github.received).toEqual([]);
});

test('what was typed is still there after "Change something"', async () => {
  const browser = createBrowser();
  const form = await browser.open(setup.url);
  await browser.submit(form, { ...answers(), tiers: 'gate' });
  const again = await browser.open(form.url);
  expect(again.html).toContain('value="acme"');
  expect(again.html).toMatch(/id="tier-gate"[^>]*checked/);
});

test('GitHub itself cannot send to this machine', async () => {
  const browser = createBrowser();
  const form = await browser.open(setup.url);
  const page = await browser.submit(form, { publicUrl: 'http://localhost:3000', githubUrl: 'https://github.com' });
  expect(textOf(page)).toContain('GitHub cannot reach this machine');
});

describe('an existing .env', () => {
  const OLD = `# ours\nPORT=4000\nAPP_ID=1\nPRIVATE_KEY_PATH=old.pem\nFINGERPRINT_KEY=${'ab'.repeat(32)}\n`;

  test('is not replaced without a word', async () => {
    writeFileSync(envFile, OLD);
    const { browser, keys } = await untilKeys();
    expect(textOf(keys)).toContain('already has keys of an App: APP_ID, PRIVATE_KEY_PATH');
    const again = await browser.submit(keys);
    expect(again.status).toBe(422);
    expect(github.exchanges).toBe(0);
    expect(readFileSync(envFile, 'utf8')).toBe(OLD);

    const done = await browser.submit(again, { replace: 'yes' });
    expect(done.status).toBe(200);
    const text = readFileSync(envFile, 'utf8');
    expect(text).toMatch(/^# ours\nPORT=4000\nAPP_ID=4711\nFINGERPRINT_KEY=(ab){32}\n\n# The GitHub App/);
    expect(text).not.toContain('old.pem');
  });

  test('without keys of an App needs no question', async () => {
    writeFileSync(envFile, 'PORT=4000\n');
    const { browser, keys } = await untilKeys();
    expect((await browser.submit(keys)).status).toBe(200);
    expect(environment(folder, {})).toMatchObject({ PORT: '4000', APP_ID: '4711' });
  });
});

describe('when the exchange fails', () => {
  test.each([
    ['a broken gateway', { status: 502 }],
    ['a rate limit', { status: 403 }],
  ])('%s: the same page again, and the second try works', async (_, fault) => {
    const { browser, keys } = await untilKeys();
    github.faults.push(fault);
    const again = await browser.submit(keys);
    expect(again.status).toBe(502);
    expect(textOf(again)).toContain(`answered with status ${fault.status}`);
    expect((await browser.submit(again)).status).toBe(200);
  });

  test('GitHub out of reach', async () => {
    const { browser, keys } = await untilKeys();
    github.close();
    const page = await browser.submit(keys);
    expect(page.status).toBe(502);
    expect(textOf(page)).toContain('cannot be reached from this machine (ECONNREFUSED)');
  });

  test('a code that is spent or too old', async () => {
    const { browser, keys } = await untilKeys();
    github.faults.push({ status: 404 });
    const page = await browser.submit(keys);
    expect(textOf(page)).toContain('a code works once and for one hour');
    expect(textOf(await browser.submit(keys))).toContain('not known here');
  });

  test('an answer that is not GitHub’s names what is missing and quotes nothing', async () => {
    const { browser, keys } = await untilKeys();
    github.faults.push({ status: 201, body: { id: 5, pem: github.pem } });
    const page = await browser.submit(keys);
    expect(textOf(page)).toContain('not as GitHub does (slug');
    expect(page.html).not.toContain('PRIVATE KEY');
  });
});

test('no webhook secret from GitHub: one is made, and said', async () => {
  github.withoutSecret = true;
  const { browser, keys } = await untilKeys();
  const done = await browser.submit(keys);
  expect(textOf(done)).toContain('Copy WEBHOOK_SECRET from the file');
  expect(environment(folder, {}).WEBHOOK_SECRET).toMatch(/^[0-9a-f]{64}$/);
});

describe('state', () => {
  test('works once', async () => {
    const { browser, keys } = await untilKeys();
    const [first, second] = await Promise.all([browser.submit(keys), browser.submit(keys)]);
    expect([first.status, second.status].sort()).toEqual([200, 403]);
    expect(github.exchanges).toBe(1);
  });

  test('ends after an hour', async () => {
    const { browser, keys } = await untilKeys();
    const start = clock.now();
    clock.set(new Date(start.getTime() + 60 * 60 * 1000));
    expect((await browser.submit(keys)).status).toBe(403);
    clock.set(start);
  });

  test('has to be ours', async () => {
    const browser = createBrowser();
    const { origin } = new URL(setup.url);
    await browser.open(setup.url);
    expect((await browser.open(`${origin}/callback?code=abc&state=forged`)).status).toBe(403);
    expect(github.exchanges).toBe(0);
  });
});

describe('nobody else gets in', () => {
  test('without the link', async () => {
    const page = await createBrowser().open(new URL('/', setup.url).href);
    expect(page.status).toBe(403);
    expect(textOf(page)).toContain('only through the link in the terminal');
  });

  test('with the link, a second time', async () => {
    await createBrowser().open(setup.url);
    expect((await createBrowser().open(setup.url)).status).toBe(403);
  });

  test('the first browser may use the link again, and the token leaves the address', async () => {
    const browser = createBrowser();
    await browser.open(setup.url);
    const page = await browser.open(setup.url);
    expect(page.status).toBe(200);
    expect(page.url).not.toContain('token');
  });

  test('under another host name (DNS rebinding)', async () => {
    const { port } = new URL(setup.url);
    const status = await new Promise((resolve, reject) => {
      const options = {
        host: '127.0.0.1',
        port,
        path: `/${new URL(setup.url).search}`,
        headers: { host: `evil.example:${port}` },
      };
      httpRequest(options, (response) => resolve(response.resume().statusCode))
        .on('error', reject)
        .end();
    });
    expect(status).toBe(403);
    // The link is still good: the attempt did not use it up.
    expect((await createBrowser().open(setup.url)).status).toBe(200);
  });

  test.each([
    ['another origin', { origin: 'https://evil.example' }, {}],
    ['no origin', {}, {}],
    ['a null origin', { origin: 'null' }, {}],
    ['our origin but no form token', 'own', { formToken: '' }],
  ])('a form from %s', async (_, headers, change) => {
    const { origin } = new URL(setup.url);
    const first = await fetch(setup.url, { redirect: 'manual' });
    const cookie = first.headers.get('set-cookie')?.split(';')[0] ?? '';
    const response = await fetch(`${origin}/`, { headers: { cookie } });
    const page = { url: `${origin}/`, status: 200, html: await response.text(), headers: response.headers };
    const body = new URLSearchParams({ ...firstForm(page).hidden, ...answers(), ...change });
    const sent = await fetch(`${origin}/review`, {
      method: 'POST',
      body,
      headers: { cookie, ...(headers === 'own' ? { origin } : (headers as Record<string, string>)) },
    });
    expect(sent.status).toBe(403);
  });

  test('every page forbids scripts, frames and caching', async () => {
    const { keys } = await untilKeys();
    expect(keys.headers.get('content-security-policy')).toMatch(
      /default-src 'none'; style-src 'sha256-.*frame-ancestors 'none'/,
    );
    expect(keys.headers.get('cache-control')).toBe('no-store');
    expect(keys.html).not.toContain('<script');
  });
});

test('a port in use is said in one sentence', async () => {
  const port = Number(new URL(setup.url).port);
  await expect(startSetup({ template, envFile, port, clock, fetch, onDefect: () => undefined })).rejects.toThrow(
    `Port ${port} cannot be used`,
  );
});

test('an unwritable folder is said before the code is spent', async () => {
  const { browser, keys } = await untilKeys();
  rmSync(folder, { recursive: true });
  const page = await browser.submit(keys);
  expect(textOf(page)).toContain('does not exist or cannot be written to');
  expect(github.exchanges).toBe(0);
  mkdirSync(folder);
});
