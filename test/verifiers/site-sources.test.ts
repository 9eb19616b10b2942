/** Where verifiers look on the web: the OpenAPI document, security.txt, the preload list; asked of servers that answer. */
import { Hidden, type Get, NOWHERE, type Origin, type Source, type Tree } from '../../src/verifiers/_source.js';
import { openapi } from '../../src/verifiers/_sources/openapi.js';
import { preload } from '../../src/verifiers/_sources/preload.js';
import { securityTxt } from '../../src/verifiers/_sources/security-txt.js';
import { sites as sitesSource } from '../../src/verifiers/_sources/sites.js';
import { type Answers, type SiteServer, startSites } from '../support/site-server.js';

let sites: SiteServer;
beforeAll(async () => {
  sites = await startSites();
});
afterAll(() => sites.close());

const { signal } = new AbortController();

function read<T>(source: Source<T>, targets: readonly string[], answers: Answers, tree: Tree | null = null) {
  sites.answerWith(answers);
  const web = { targets, exposure: [], fetch: sites.fetch, fetchFromOutside: sites.fetch };
  const origin: Origin = {
    ...NOWHERE,
    permissions: {},
    tree,
    web,
  };
  const get: Get = (other) => other.read(origin, get, signal);
  return source.read(origin, get, signal);
}

const TARGETS = ['https://pay.example/shop', 'https://pay.example/api/'];
const at =
  (path: string, body: string): Answers =>
  ({ url }) =>
    url.pathname === path ? { body } : { status: 404 };
const treeOf = (...paths: string[]): Tree => ({
  where: 'https://github.com/harbour/pay/tree/main',
  list: async () => ({
    entries: paths.map((path) => ({ path, kind: 'file', size: 10, blobSha: null })),
    isWhole: true,
  }),
  texts: async () => new Map(),
  starts: async () => new Map(),
});

describe('the OpenAPI document', () => {
  test.each<[string, Answers, Tree | null, string | null]>([
    ['a file', at('/', ''), treeOf('README.md', 'docs/openapi.yaml'), 'docs/openapi.yaml'],
    ['a file of version 1', at('/', ''), treeOf('api/openapi.v1.json'), 'api/openapi.v1.json'],
    ['JSON on the site', at('/openapi.json', '{"openapi":"3.1.0"}'), null, 'https://pay.example/openapi.json'],
    [
      'YAML on the site',
      at('/openapi.yaml', '# ours\nopenapi: 3.0.3\n'),
      treeOf('a.ts'),
      'https://pay.example/openapi.yaml',
    ],
    ['Swagger 2', at('/swagger.json', '{"info":{}, "swagger" : "2.0"}'), null, 'https://pay.example/swagger.json'],
    ['a page that answers to everything', () => ({ body: '<h1>openapi</h1>' }), null, null],
    ['nothing', () => ({ status: 404 }), treeOf('src/openapi.ts'), null],
  ])('%s', async (_, answers, tree, expected) => {
    await expect(read(openapi, TARGETS, answers, tree)).resolves.toMatchObject({ value: expected });
  });

  test('neither a file nor an address named', async () => {
    await expect(read(openapi, [], at('/', ''), treeOf('a.ts'))).rejects.toThrow(Hidden);
  });
});

describe('security.txt', () => {
  const FILE =
    '# ours\nContact: mailto:a@pay.example\nContact: https://pay.example/report\nExpires: 2027-01-01T00:00:00Z\n';

  test('is asked once a host, and read by fields', async () => {
    sites.asked.length = 0;
    const { value } = await read(securityTxt, TARGETS, at('/.well-known/security.txt', FILE));
    expect(sites.asked).toEqual(['https://pay.example/.well-known/security.txt']);
    expect([...(value?.[0]?.fields ?? [])]).toEqual([
      ['contact', ['mailto:a@pay.example', 'https://pay.example/report']],
      ['expires', ['2027-01-01T00:00:00Z']],
    ]);
  });

  test.each<[string, Answers]>([
    ['there is none', () => ({ status: 404, body: FILE })],
    ['a page answers in its place', () => ({ body: '<p>Contact: us</p>' })],
    ['nobody answers', () => null],
  ])('%s', async (_, answers) => {
    const { value } = await read(securityTxt, TARGETS, answers);
    expect(value?.[0]?.fields).toBeNull();
  });
});

describe('the preload list', () => {
  const sending = (hsts: string) => ({ headers: { 'strict-transport-security': hsts } });
  const PRELOAD = 'max-age=63072000; includeSubDomains; preload';

  test('is asked about sites that ask to be on it, and never about others', async () => {
    sites.asked.length = 0;
    const quiet = await read(preload, ['https://pay.example/'], () => sending('max-age=63072000'));
    expect(quiet.value).toEqual([{ target: 'https://pay.example/', isListed: null }]);
    expect(sites.asked.filter((url) => url.includes('hstspreload'))).toEqual([]);
  });

  test('its answer cannot be had: unknown', async () => {
    // The certificate of these sites is not that of the list.
    const asking = read(preload, ['https://pay.example/'], () => sending(PRELOAD));
    await expect(asking).rejects.toThrow(/^the list cannot be asked: /);
  });

  test.each([
    ['preloaded', true],
    ['pending', false],
    ['unknown', false],
  ])('%s', async (status, isListed) => {
    sites.answerWith(() => sending(PRELOAD));
    const found = await sitesSource.read(
      {
        ...NOWHERE,
        permissions: {},
        web: { targets: ['https://pay.example/'], exposure: [], fetch: sites.fetch, fetchFromOutside: sites.fetch },
      },
      () => Promise.reject(new Error('nothing else is read')),
      signal,
    );
    const asked: string[] = [];
    const fetchFromOutside: SiteServer['fetch'] = async (url) => {
      asked.push(url);
      const body = new TextEncoder().encode(JSON.stringify({ name: 'pay.example', status }));
      return { url, status: 200, headers: [], body, isCut: false, tls: null, redirects: [] };
    };
    const get: Get = async () => found as never;
    const web = { targets: [], exposure: [], fetch: sites.fetch, fetchFromOutside };
    const origin = {
      ...NOWHERE,
      permissions: {},
      web,
    };
    const { value } = await preload.read(origin, get, signal);
    expect(value).toEqual([{ target: 'https://pay.example/', isListed }]);
    expect(asked).toEqual(['https://hstspreload.org/api/v2/status?domain=pay.example']);
  });
});
