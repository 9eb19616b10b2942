/** `seaworthy site`: what it prints, and how it ends. */
import { gradeSite } from '../../src/cli/_site/grade-site.js';
import type { Io } from '../../src/cli/_contract.js';
import site from '../../src/cli/site.js';
import { type SiteServer, startSites } from '../support/site-server.js';

let sites: SiteServer;
beforeAll(async () => {
  // The machine's own proxy, where it has one, is none for loopback.
  process.env.no_proxy = '127.0.0.1';
  sites = await startSites();
});
afterAll(() => sites.close());

function play() {
  const out: string[] = [];
  const io: Io = {
    stdin: process.stdin,
    stdout: { write: (text) => out.push(text) },
    stderr: { write: () => true },
    env: {},
    cwd: process.cwd(),
    packageFolder: process.cwd(),
    isTTY: false,
    signal: new AbortController().signal,
  };
  return { io, out };
}

const GOOD = {
  'content-type': 'text/html',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
};
const BAD = {
  'content-type': 'text/html',
  'x-frame-options': 'no\u009b31m',
  'content-security-policy': 'script-src *',
};

const answering = (headers: Record<string, string>) =>
  sites.answerWith(({ url }) =>
    url.protocol === 'http:' ? { status: 301, headers: { location: `https://${url.host}/` } } : { headers },
  );
const grade = (atLeast: 'A+' | 'A' | 'D' | 'F', json: boolean, io: Io) =>
  gradeSite({ fetch: sites.fetch, target: 'https://pay.example/', json, atLeast }, io);

test('a good site: the letter, every outcome with its points, exit 0', async () => {
  answering(GOOD);
  const { io, out } = play();
  await expect(grade('A+', false, io)).resolves.toBe(0);
  const lines = out.join('').split('\n');
  expect(lines[0]).toBe('A+  115 points  https://pay.example/');
  expect(lines).toContain(" +10  csp              Nothing unsafe, and default-src is 'none'");
  expect(lines).toContain('   0  redirection      http leads to https at once');
  expect(lines.filter((line) => /^ *[+-]?\d+ {2}\S/.test(line))).toHaveLength(12);
});

test('a bad site: for each miss what to send, nothing that steers the terminal, exit 1', async () => {
  answering(BAD);
  const { io, out } = play();
  await expect(grade('A', false, io)).resolves.toBe(1);
  const text = out.join('');
  expect(text.split('\n')[0]).toBe('D  35 points  https://pay.example/');
  expect(text).toContain('fix Strict-Transport-Security: max-age=31536000; includeSubDomains\n');
  expect(text).toContain('fix X-Content-Type-Options: nosniff\n');
  expect(text).toContain('- script-src *: ');
  expect(text).not.toMatch(/(?!\n)\p{Cc}/u);
});

test('the letter that is good enough can be chosen', async () => {
  answering(BAD);
  await expect(grade('F', false, play().io)).resolves.toBe(0);
});

test('as JSON', async () => {
  answering(GOOD);
  const { io, out } = play();
  await expect(grade('A', true, io)).resolves.toBe(0);
  expect(JSON.parse(out.join(''))).toMatchObject({
    target: 'https://pay.example/',
    grade: 'A+',
    score: 115,
    speaksOldTls: false,
    outcomes: expect.arrayContaining([expect.objectContaining({ test: 'hsts', modifier: 0 })]),
  });
});

test('a site that does not answer cannot be looked at', async () => {
  sites.answerWith(() => null);
  await expect(grade('A', false, play().io)).rejects.toThrow(/^https:\/\/pay\.example\/ could not be looked at: /);
});

test('inner addresses are asked only when they are allowed', async () => {
  answering(GOOD);
  const url = `https://127.0.0.1:${sites.port}/`;
  await expect(site.run({ url, atLeast: 'F' }, play().io)).rejects.toThrow('not on the public Internet');
  const { io, out } = play();
  await expect(site.run({ url, atLeast: 'F', allow: '127.0.0.0/8', json: true }, io)).resolves.toBe(0);
  expect(JSON.parse(out.join('')).outcomes).toContainEqual(
    expect.objectContaining({ test: 'hsts', result: 'invalid-cert' }),
  );
});

test.each([
  ['ftp://example.com', {}, 'no address of a website'],
  ['https://', {}, 'no address of a website'],
  ['example.com', { atLeast: 'E' }, '--at-least expects one of A+, A'],
  ['example.com', { allow: '10.0.0.0/40' }, 'is no range of addresses'],
])('%s %p is refused', async (url, more, message) => {
  await expect(site.run({ url, ...more }, play().io)).rejects.toThrow(message);
});
