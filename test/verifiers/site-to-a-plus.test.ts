/** A site goes from F to A+ by doing what the items of the checklist say, line by line. */
import path from 'node:path';
import { fixedClock } from '../../src/core/clock.js';
import { loadFolder } from '../../src/core/load-folder.js';
import type { Item } from '../../src/domain/checklist/index.js';
import type { Verdict } from '../../src/domain/verification/verdict.js';
import { readChecklists } from '../../src/infra/catalogue.js';
import { verify } from '../../src/verifiers/_run.js';
import { NOWHERE } from '../../src/verifiers/_source.js';
import { acceptVerifier, type Verifier } from '../../src/verifiers/_verifier.js';
import { type Reply, type SiteServer, startSites } from '../support/site-server.js';

const TARGET = 'https://pay.example/';
const PAGE = `<!doctype html><title>Pay</title><script src="/app.js"></script>
  <a href="https://bank.example/" target="_blank">Bank</a>`;

let sites: SiteServer;
let items: ReadonlyMap<string, Item>;
let verifiers: ReadonlyMap<string, Verifier>;
beforeAll(async () => {
  sites = await startSites();
  const { checklists } = await readChecklists(path.resolve('checklists'));
  items = new Map(checklists.get('web-service')?.sections.flatMap((one) => one.items.map((item) => [item.id, item])));
  const all = await loadFolder(path.resolve('src/verifiers'), acceptVerifier);
  const named = [...items.values()].flatMap(({ verify }) => (verify === undefined ? [] : [verify]));
  verifiers = new Map([...all].filter(([name]) => named.includes(name)));
});
afterAll(() => sites.close());

/** The headers that the item's own text says to send, from its code blocks. */
function headersOf(id: string): Record<string, string> {
  const blocks = [...(items.get(id)?.how ?? '').matchAll(/^```\n(.*?)^```/gms)].map(([, block]) => block ?? '');
  const lines = blocks.join('\n').matchAll(/^(?<name>[A-Z][A-Za-z-]+): (?<value>.+)$/gm);
  return Object.fromEntries([...lines].map(({ groups }) => [groups?.name ?? '', groups?.value ?? '']));
}

async function look(asked = verifiers): Promise<ReadonlyMap<string, Verdict>> {
  const web = { targets: [TARGET], exposure: [], fetch: sites.fetch, fetchFromOutside: sites.fetch };
  return verify(
    asked,
    { ...NOWHERE, permissions: {}, web },
    { clock: fixedClock(new Date('2026-11-22T10:00:00Z')), signal: new AbortController().signal },
  );
}

async function verdictOf(id: string): Promise<string> {
  const name = items.get(id)?.verify ?? '';
  const verdict = (await look(new Map([...verifiers].filter(([known]) => known === name)))).get(name);
  return `${verdict?.answer}: ${verdict?.because}`;
}

test('from F to A+', async () => {
  let overHttp: Reply | null = { headers: { 'content-type': 'text/html' }, body: PAGE };
  let headers: Record<string, string> = {
    'content-type': 'text/html',
    'set-cookie': 'session=1',
    'access-control-allow-credentials': 'true',
  };
  let body = PAGE;
  sites.answerWith(({ url, origin }) => {
    if (url.protocol === 'http:') return overHttp;
    if (url.pathname !== '/') return { status: 404 };
    const cors = 'access-control-allow-credentials' in headers ? { 'access-control-allow-origin': origin ?? '' } : {};
    return { headers: { ...headers, ...cors }, body };
  });

  await expect(verdictOf('observatory-grade')).resolves.toBe('unmet: F, 0 points');
  await expect(verdictOf('https-only')).resolves.toMatch(/^unmet/);
  overHttp = { status: 301, headers: { location: TARGET } };
  await expect(verdictOf('https-only')).resolves.toBe('met: http leads to https at once');

  const follow = async (id: string): Promise<void> => {
    await expect(verdictOf(id)).resolves.toMatch(/^unmet/);
    headers = { ...headers, ...headersOf(id) };
    await expect(verdictOf(id)).resolves.toMatch(/^met/);
  };
  for (const id of ['hsts', 'no-framing', 'csp', 'nosniff', 'private-uncached']) await follow(id);

  await expect(verdictOf('cookies')).resolves.toMatch(/^unmet/);
  headers = { ...headers, 'set-cookie': '__Host-session=1; Path=/; Secure; HttpOnly; SameSite=Lax' };
  await expect(verdictOf('cookies')).resolves.toMatch(/^met/);

  await expect(verdictOf('links-noopener')).resolves.toMatch(/^unmet: the link to `https:\/\/bank\.example\/`/);
  body = PAGE.replace('target="_blank"', 'target="_blank" rel="noopener noreferrer"');
  await expect(verdictOf('links-noopener')).resolves.toMatch(/^met/);

  // "Never answer Access-Control-Allow-Origin with whatever Origin was sent."
  await expect(verdictOf('observatory-grade')).resolves.toMatch(/^unmet: C, 50 points/);
  const { 'access-control-allow-credentials': _, ...rest } = headers;
  headers = { ...rest, ...headersOf('observatory-grade') };
  await expect(verdictOf('observatory-grade')).resolves.toMatch(/^met: A\+, 1\d\d points/);
  await expect(verdictOf('tls')).resolves.toMatch(/^met: TLSv1\.3 with TLS_\w+, 1\.1 and older are refused/);
});

test('a run asks each address once', async () => {
  sites.answerWith(() => ({ headers: { 'content-type': 'text/html' }, body: PAGE }));
  sites.asked.length = 0;
  await look();
  const pages = sites.asked.filter((url) => new URL(url).pathname === '/');
  expect(pages.toSorted()).toEqual(['http://pay.example/', 'https://pay.example/']);
});
