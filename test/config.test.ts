/** The environment as people really set it: right, wrong in one place, wrong everywhere, and not at all. */
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ConfigError, type Env, environment, readConfig } from '../src/config.js';

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const PKCS1 = privateKey.export({ type: 'pkcs1', format: 'pem' }).toString();
const PKCS8 = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const ED25519 = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const SECRET = 'f3a9c1'.repeat(6);
const GOOD = { APP_ID: '42', PRIVATE_KEY: PKCS1, WEBHOOK_SECRET: SECRET };

function problemsOf(env: Env, files: Readonly<Record<string, string>> = {}): readonly string[] {
  try {
    readConfig(env, '/srv', (file) => {
      const text = files[file];
      if (text === undefined) throw Object.assign(new Error('no such file'), { code: 'ENOENT' });
      return text;
    });
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.problems.map(({ variable, problem }) => `${variable} ${problem}`);
  }
}

test('the essentials alone give a whole configuration', () => {
  const { fingerprints, ...config } = readConfig(GOOD, '/srv');
  expect(config).toEqual({
    app: { id: 42, privateKey: PKCS8, webhookSecrets: [SECRET] },
    github: { url: 'https://github.com', apiUrl: 'https://api.github.com' },
    http: { host: '127.0.0.1', port: 3000 },
    allowedAddresses: [],
    reportWebhooks: new Map(),
    storage: { dataFolder: '/srv/data' },
    workers: 4,
    recovery: { reconcilePercent: 20 },
    verifies: true,
    log: { level: 'info' },
  });
  expect(fingerprints.key).toHaveLength(32);
  expect(fingerprints.derived).toBe(true);
});

test('everything that can be set is used', () => {
  const env = {
    ...GOOD,
    WEBHOOK_SECRET_PREVIOUS: 'old-'.concat(SECRET),
    CLIENT_ID: 'Iv23example',
    CLIENT_SECRET: 'c'.repeat(40),
    GITHUB_URL: 'https://github.example.com/',
    PUBLIC_URL: 'https://seaworthy.example.com/',
    HOST: '0.0.0.0',
    PORT: '8080',
    ALLOWED_ADDRESSES: '10.20.0.0/16, fd00:20::/32',
    REPORT_WEBHOOKS: 'Harbour/launches=https://chat.example.com/a,b=c\n  harbour/tracker=https://tracker.example.com/',
    DATABASE_URL: 'postgres://user:pw@db:5432/seaworthy',
    DATA_FOLDER: '/var/lib/seaworthy',
    FINGERPRINT_KEY: 'ab'.repeat(32),
    FINGERPRINT_KEY_PREVIOUS: 'cd'.repeat(32),
    WORKERS: '8',
    LOG_LEVEL: 'debug',
  };
  expect(readConfig(env, '/srv')).toMatchObject({
    app: { webhookSecrets: [SECRET, `old-${SECRET}`], login: { clientId: 'Iv23example' } },
    github: { url: 'https://github.example.com', apiUrl: 'https://github.example.com/api/v3' },
    http: { host: '0.0.0.0', port: 8080, publicUrl: 'https://seaworthy.example.com' },
    allowedAddresses: ['10.20.0.0/16', 'fd00:20::/32'],
    reportWebhooks: new Map([
      ['harbour/launches', 'https://chat.example.com/a,b=c'],
      ['harbour/tracker', 'https://tracker.example.com/'],
    ]),
    storage: { dataFolder: '/var/lib/seaworthy', databaseUrl: env.DATABASE_URL },
    fingerprints: { previousKey: new Uint8Array(32).fill(0xcd), derived: false },
    workers: 8,
    log: { level: 'debug' },
  });
});

test.each([
  ['PKCS#1 as GitHub gives it', PKCS1],
  ['PKCS#8', PKCS8],
  ['line breaks written as \\n', PKCS1.replaceAll('\n', '\\n')],
  ['Windows line ends', PKCS1.replaceAll('\n', '\r\n')],
  ['base64 of the PEM', Buffer.from(PKCS1).toString('base64')],
])('a private key with %s is read', (_, text) => {
  const config = readConfig({ ...GOOD, PRIVATE_KEY: text }, '/srv');
  expect(config.app.privateKey).toBe(PKCS8);
  expect(config.fingerprints.key).toEqual(readConfig(GOOD, '/srv').fingerprints.key);
});

test('a private key from a file, relative to the folder', () => {
  const env = { ...GOOD, PRIVATE_KEY: '', PRIVATE_KEY_PATH: 'app.pem' };
  expect(problemsOf(env, { '/srv/app.pem': PKCS1 })).toEqual([]);
});

test.each<[string, Env, string]>([
  ['App ID with letters', { APP_ID: 'Iv23li' }, 'APP_ID ("Iv23li") is not a whole number'],
  ['App ID zero', { APP_ID: '0' }, 'APP_ID ("0") is not a whole number'],
  ['no key at all', { PRIVATE_KEY: '' }, 'PRIVATE_KEY is not set'],
  ['key that is text', { PRIVATE_KEY: 'hello' }, 'PRIVATE_KEY is neither a PEM'],
  ['key cut off', { PRIVATE_KEY: PKCS1.slice(0, 300) }, 'PRIVATE_KEY is a PEM that cannot be read'],
  ['key of another kind', { PRIVATE_KEY: ED25519 }, 'PRIVATE_KEY is a key of type ed25519'],
  ['key twice', { PRIVATE_KEY_PATH: 'app.pem' }, 'PRIVATE_KEY_PATH is set as well as PRIVATE_KEY'],
  [
    'key file missing',
    { PRIVATE_KEY: '', PRIVATE_KEY_PATH: 'x.pem' },
    'PRIVATE_KEY_PATH ("x.pem") cannot be read (ENOENT)',
  ],
  [
    'a webhook without an organisation',
    { REPORT_WEBHOOKS: 'harbour/a=https://a.example launches=https://b.example' },
    'REPORT_WEBHOOKS has an entry (number 2) that does not look like organisation/name=https://…',
  ],
  [
    'a webhook in the clear',
    { REPORT_WEBHOOKS: 'harbour/launches=http://chat.example.com/x' },
    'REPORT_WEBHOOKS has an entry (number 1), harbour/launches, whose address does not begin with https://',
  ],
  [
    'a webhook twice',
    { REPORT_WEBHOOKS: 'harbour/a=https://a.example Harbour/a=https://b.example' },
    'REPORT_WEBHOOKS has two entries for harbour/a',
  ],
  ['no webhook secret', { WEBHOOK_SECRET: '' }, 'WEBHOOK_SECRET is not set'],
  [
    'previous secret is guessable',
    { WEBHOOK_SECRET_PREVIOUS: 'development' },
    'WEBHOOK_SECRET_PREVIOUS is a placeholder',
  ],
  ['client ID without secret', { CLIENT_ID: 'Iv23' }, 'CLIENT_SECRET is missing'],
  ['client secret without ID', { CLIENT_SECRET: 'abc' }, 'CLIENT_ID is missing'],
  [
    'GitHub over http',
    { GITHUB_URL: 'http://github.example.com' },
    'GITHUB_URL ("http://github.example.com") must start with https',
  ],
  [
    'GitHub with a path',
    { GITHUB_URL: 'https://github.com/acme' },
    'GITHUB_URL ("https://github.com/acme") must end after',
  ],
  [
    'public URL without scheme',
    { PUBLIC_URL: 'seaworthy.example.com' },
    'PUBLIC_URL ("seaworthy.example.com") is not a web address',
  ],
  ['public URL with credentials', { PUBLIC_URL: 'https://a:b@example.com' }, 'must not hold a user name'],
  ['port too high', { PORT: '70000' }, 'PORT ("70000") is not a whole number from 0 to 65535'],
  ['host with a path', { HOST: 'a/b' }, 'HOST ("a/b") is not an address'],
  ['other database', { DATABASE_URL: 'mysql://db/x' }, 'DATABASE_URL is not a PostgreSQL address'],
  ['short fingerprint key', { FINGERPRINT_KEY: 'abcd' }, 'FINGERPRINT_KEY is not 32 bytes'],
  ['no workers', { WORKERS: '0' }, 'WORKERS ("0") is not a whole number'],
  ['log level by another name', { LOG_LEVEL: 'verbose' }, 'LOG_LEVEL ("verbose") is not one of'],
])('%s is one clear problem', (_, change, expected) => {
  const problems = problemsOf({ ...GOOD, ...change });
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(expected);
});

test.each([
  'development',
  'changeme',
  'change-me-please-now',
  '<your webhook secret>',
  '{{ webhook_secret }}',
  'my-webhook-secret',
  'secretsecretsecret',
  'aaaaaaaaaaaaaaaaaaaaaaaa',
  '1234567890123456',
  'k3J8dq0x',
])('the webhook secret %p is refused, and not repeated', (secret) => {
  const problems = problemsOf({ ...GOOD, WEBHOOK_SECRET: secret });
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(/^WEBHOOK_SECRET /);
  expect(problems[0]).not.toContain(secret);
});

test('every problem is listed at once, with what was expected and the way out', () => {
  const env = { APP_ID: 'x', PRIVATE_KEY: 'hello', WEBHOOK_SECRET: 'development', PORT: 'http' };
  expect(problemsOf(env)).toHaveLength(4);
  expect(() => readConfig(env, '/srv')).toThrow(/4 settings need attention/);
  expect(() => readConfig(env, '/srv')).toThrow(/To fix it: make one with `openssl rand -hex 32`/);
});

test.each<[string, Env]>([
  ['nothing set', {}],
  ['only settings that have nothing to do with the App', { PORT: '8080', APP_ID: ' ', WEBHOOK_SECRET: '' }],
])('%s: three lines that say what to do', (_, env) => {
  expect(problemsOf(env)).toEqual([]);
  expect(() => readConfig(env, '/srv')).toThrow(/^.*no GitHub App yet.*\n.*npx seaworthy setup\n.*npm run demo$/);
});

test.each([
  ['https://github.com', 'https://api.github.com'],
  ['https://GitHub.com/', 'https://api.github.com'],
  ['https://octo.ghe.com', 'https://api.octo.ghe.com'],
  ['https://git.example.com:8443', 'https://git.example.com:8443/api/v3'],
  ['http://127.0.0.1:3300', 'http://127.0.0.1:3300/api/v3'],
])('the API of %s is %s', (url, api) => {
  expect(readConfig({ ...GOOD, GITHUB_URL: url }, '/srv').github.apiUrl).toBe(api);
});

describe('environment', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'seaworthy-env-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('the real environment wins over .env', () => {
    writeFileSync(path.join(folder, '.env'), 'APP_ID=1\nPORT=4000\n');
    expect(environment(folder, { APP_ID: '2' })).toEqual({ APP_ID: '2', PORT: '4000' });
  });

  test('no .env is no problem', () => {
    expect(environment(path.join(folder, 'nowhere'), { APP_ID: '2' })).toEqual({ APP_ID: '2' });
  });
});
