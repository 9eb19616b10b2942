/** The guarded fetch against servers that really answer, badly too: slow, endless, compressed, redirecting, through a proxy. */
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { createAddressGuard } from '../../../src/infra/net/address-guard.js';
import { createGuardedFetch, type GuardedFetchOptions } from '../../../src/infra/net/guarded-fetch.js';
import type { Resolve } from '../../../src/infra/net/reach.js';

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

async function listening(server: Server): Promise<number> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

const serve = (answer: RequestListener) => listening(createServer(answer));

/** Every name is on loopback, which these tests allow; nothing else of the inside is. */
const byName: Resolve = async (name) => {
  if (name === 'nowhere.example') throw new Error('ENOTFOUND');
  return [{ address: name === 'inside.example' ? '10.0.0.7' : '127.0.0.1', family: 4 }];
};
const fetchWith = (options: Partial<GuardedFetchOptions> = {}) =>
  createGuardedFetch({
    mayReach: createAddressGuard(['127.0.0.1']),
    proxyFor: () => null,
    userAgent: 'seaworthy-test',
    resolve: byName,
    ...options,
  });
const text = (body: Uint8Array) => Buffer.from(body).toString();

describe('the guarded fetch', () => {
  test('asks by name, says who it is, and tells what was answered', async () => {
    let asked: IncomingMessage['headers'] = {};
    const port = await serve((request, response) => {
      asked = request.headers;
      response.writeHead(
        200,
        [
          ['set-cookie', 'a=1'],
          ['set-cookie', 'b=2'],
          ['X-Thing', 'yes'],
        ].flat(),
      );
      response.end('hello');
    });
    const answer = await fetchWith()(`http://site.example:${port}/`);
    expect(asked).toMatchObject({ host: `site.example:${port}`, 'user-agent': 'seaworthy-test' });
    expect(asked).not.toHaveProperty('cookie');
    expect(answer).toMatchObject({
      status: 200,
      isCut: false,
      tls: null,
      redirects: [],
      url: `http://site.example:${port}/`,
    });
    expect(answer.headers.filter(([name]) => name === 'set-cookie' || name === 'x-thing')).toEqual([
      ['set-cookie', 'a=1'],
      ['set-cookie', 'b=2'],
      ['x-thing', 'yes'],
    ]);
    expect(text(answer.body)).toBe('hello');
  });

  test('a name is looked up once a request: what it leads to later does not matter', async () => {
    const port = await serve((_, response) => response.end('the one that was checked'));
    const looks: string[] = [];
    const resolve: Resolve = async (name) => {
      looks.push(name);
      return [{ address: looks.length === 1 ? '127.0.0.1' : '169.254.169.254', family: 4 }];
    };
    const answer = await fetchWith({ resolve })(`http://rebinding.example:${port}/`);
    expect([text(answer.body), looks]).toEqual(['the one that was checked', ['rebinding.example']]);
  });

  test.each([
    [
      'to an address of the inside',
      'http://169.254.169.254/latest/meta-data/',
      'leads to an address that is not on the public Internet',
    ],
    ['to a name of the inside', 'http://inside.example/', 'leads to an address that is not on the public Internet'],
    ['to another kind of address', 'file:///etc/passwd', 'file: is not asked'],
    ['with a password', 'http://user:word@site.example/', 'a user name or password'],
    ['to nonsense', 'http://[', 'redirects to what is no address'],
  ])('a redirect %s is not followed', async (_, location, message) => {
    const port = await serve((__, response) => response.writeHead(302, { location }).end());
    await expect(fetchWith()(`http://site.example:${port}/`)).rejects.toThrow(message);
  });

  test('redirects are followed and told, and headers for one origin stay there', async () => {
    const told: (string | undefined)[] = [];
    const target = await serve((request, response) => {
      told.push(request.headers.authorization);
      response.end('there');
    });
    const port = await serve((request, response) => {
      told.push(request.headers.authorization);
      const location = request.url === '/' ? '/next' : `http://other.example:${target}/`;
      response.writeHead(301, { location }).end();
    });
    const answer = await fetchWith()(`http://site.example:${port}/`, { headers: { authorization: 'Bearer x' } });
    expect(text(answer.body)).toBe('there');
    expect(answer.redirects.map(({ url, status }) => `${status} ${new URL(url).pathname}`)).toEqual([
      '301 /',
      '301 /next',
    ]);
    expect(told).toEqual(['Bearer x', 'Bearer x', undefined]);
  });

  test('what is nobody’s secret goes on to other origins', async () => {
    let asked: IncomingMessage['headers'] = {};
    const target = await serve((request, response) => {
      asked = request.headers;
      response.end();
    });
    const port = await serve((_, response) =>
      response.writeHead(302, { location: `http://other.example:${target}/` }).end(),
    );
    const headers = { Origin: 'https://stranger.example', Cookie: 'a=1', 'X-Key': 'k' };
    await fetchWith()(`http://site.example:${port}/`, { headers });
    expect(asked).toMatchObject({ origin: 'https://stranger.example' });
    expect(asked).not.toHaveProperty('cookie');
    expect(asked).not.toHaveProperty('x-key');
  });

  test.each(['gzip', 'br', 'deflate'])('a redirect without a body that says it is %s is followed', async (encoding) => {
    const port = await serve((request, response) =>
      request.url === '/'
        ? response.writeHead(302, { location: '/next', 'content-encoding': encoding }).end()
        : response.end('there'),
    );
    const answer = await fetchWith()(`http://site.example:${port}/`);
    expect(text(answer.body)).toBe('there');
  });

  test('redirects in a circle end', async () => {
    const port = await serve((_, response) => response.writeHead(302, { location: '/' }).end());
    await expect(fetchWith()(`http://site.example:${port}/`)).rejects.toThrow('redirects more than 5 times');
    await expect(fetchWith()(`http://site.example:${port}/`, { mostRedirects: 0 })).resolves.toMatchObject({
      status: 302,
    });
  });

  test('what is posted is not sent on', async () => {
    const port = await serve((_, response) => response.writeHead(307, { location: 'http://other.example/' }).end());
    await expect(fetchWith()(`http://site.example:${port}/`, { method: 'POST', body: '{}' })).resolves.toMatchObject({
      status: 307,
    });
  });

  test('an endless answer is cut off', async () => {
    const port = await serve((_, response) => {
      const more = () => response.write('x'.repeat(10_000)) && setImmediate(more);
      response.on('drain', more);
      more();
    });
    const answer = await fetchWith()(`http://site.example:${port}/`, { maxBytes: 100_000 });
    expect([answer.body.length, answer.isCut]).toEqual([100_000, true]);
  });

  test('what is compressed counts as it comes out', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000));
    const port = await serve((_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb));
    const answer = await fetchWith()(`http://site.example:${port}/`);
    expect([answer.body.length, answer.isCut]).toEqual([1 << 20, true]);
  });

  test.each<[string, RequestListener]>([
    ['that never begins', () => undefined],
    ['that never ends', (_, response) => response.write('a')],
  ])('an answer %s is given up', async (_, answer) => {
    const port = await serve(answer);
    await expect(fetchWith()(`http://site.example:${port}/`, { timeoutMs: 200 })).rejects.toMatchObject({
      reason: 'time',
    });
  });

  test('a look-up that never ends is given up as well', async () => {
    const resolve: Resolve = () => new Promise(() => undefined);
    await expect(fetchWith({ resolve })('http://site.example/', { timeoutMs: 50 })).rejects.toMatchObject({
      reason: 'time',
    });
  });

  test.each<[string, RequestListener | null, string]>([
    ['nobody listens', null, 'connection'],
    ['it is no HTTP', (request) => request.socket.end('gopher\r\n\r\n'), 'answer'],
    ['it is no gzip', (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('plain'), 'answer'],
    ['it hangs up', (request) => request.socket.destroy(), 'connection'],
  ])('%s: unreachable', async (_, answer, reason) => {
    const port = answer === null ? 1 : await serve(answer);
    await expect(fetchWith()(`http://site.example:${port}/`)).rejects.toMatchObject({ name: 'Unreachable', reason });
  });

  test('a name that is none, and what is no address at all', async () => {
    await expect(fetchWith()('http://nowhere.example/')).rejects.toMatchObject({ reason: 'name' });
    await expect(fetchWith()('example.com')).rejects.toMatchObject({ name: 'Refused' });
  });

  test('over http a proxy is asked for the whole address, with its own credentials', async () => {
    const asked: unknown[] = [];
    const port = await serve((request, response) => {
      asked.push(request.url, request.headers.host, request.headers['proxy-authorization']);
      response.end('by proxy');
    });
    const proxyFor = () => `http://me:word@127.0.0.1:${port}`;
    const answer = await fetchWith({ proxyFor })('http://site.example/page');
    expect(text(answer.body)).toBe('by proxy');
    expect(asked).toEqual([
      'http://site.example/page',
      'site.example',
      `Basic ${Buffer.from('me:word').toString('base64')}`,
    ]);
  });

  test('over https a proxy is asked for the address that was checked, not for the name', async () => {
    const asked: (string | undefined)[] = [];
    const server = createServer();
    server.on('connect', (request, socket) => {
      asked.push(request.url);
      socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
    });
    const port = await listening(server);
    await expect(
      fetchWith({ proxyFor: () => `http://127.0.0.1:${port}` })('https://site.example/'),
    ).rejects.toMatchObject({
      name: 'Unreachable',
    });
    expect(asked).toEqual(['127.0.0.1:443']);
  });
});
