/** The guarded fetch over TLS: what is refused, and what is told to those who judge it. */
import { createServer, type Server, type ServerOptions } from 'node:https';
import { connect, type AddressInfo } from 'node:net';
import { createServer as createProxy } from 'node:http';
import { createAddressGuard } from '../../../src/infra/net/address-guard.js';
import { createGuardedFetch } from '../../../src/infra/net/guarded-fetch.js';
import { makeCertificate } from '../../../src/cli/_demo/certificate.js';

const certificate = makeCertificate('site.example');
const servers: { close(done: () => void): unknown; closeAllConnections(): void }[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(resolve));
  }
});

async function serve(options: ServerOptions = {}, headers: Record<string, string> = {}): Promise<number> {
  const server: Server = createServer({ ...certificate, ...options }, (request, response) =>
    response.writeHead(200, headers).end(`hello ${request.headers.host}`),
  );
  server.on('tlsClientError', () => undefined);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

const fetchThrough = (proxy: string | null) =>
  createGuardedFetch({
    mayReach: createAddressGuard(['127.0.0.1']),
    proxyFor: () => proxy,
    userAgent: 'seaworthy-test',
    resolve: async () => [{ address: '127.0.0.1', family: 4 }],
  });
const fetch = fetchThrough(null);

test('a certificate that nobody vouches for is refused', async () => {
  const port = await serve();
  await expect(fetch(`https://site.example:${port}/`)).rejects.toMatchObject({
    name: 'Unreachable',
    reason: 'certificate',
    message: `the certificate of site.example:${port} is not good (DEPTH_ZERO_SELF_SIGNED_CERT)`,
  });
});

test('for those who judge it, it is told, with version, cipher and last day', async () => {
  const port = await serve();
  const { tls, body } = await fetch(`https://site.example:${port}/`, { badTls: 'tell' });
  expect(tls).toEqual({
    protocol: 'TLSv1.3',
    cipher: expect.stringMatching(/^TLS_/),
    isTrusted: false,
    problem: 'DEPTH_ZERO_SELF_SIGNED_CERT',
    validTo: expect.any(Date),
  });
  expect((tls?.validTo?.getTime() ?? 0) > Date.now()).toBe(true);
  expect(Buffer.from(body).toString()).toBe(`hello site.example:${port}`);
});

test('an old version of TLS is refused, and told to those who judge it', async () => {
  const port = await serve({ minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' });
  await expect(fetch(`https://site.example:${port}/`)).rejects.toMatchObject({ reason: 'tls' });
  const { tls } = await fetch(`https://site.example:${port}/`, { badTls: 'tell' });
  expect(tls?.protocol).toBe('TLSv1.1');
});

test('whether an old version is still spoken can be asked', async () => {
  const old = await serve({ minVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' });
  const ask = { badTls: 'tell', newestTls: 'TLSv1.1' } as const;
  await expect(fetch(`https://site.example:${old}/`, ask)).resolves.toMatchObject({ tls: { protocol: 'TLSv1.1' } });
  const current = await serve();
  await expect(fetch(`https://site.example:${current}/`, ask)).rejects.toMatchObject({ reason: 'tls' });
});

test('through a proxy the certificate is the site’s, and is judged by the name that was asked for', async () => {
  const port = await serve();
  const ended: Promise<unknown>[] = [];
  const proxy = createProxy();
  proxy.on('connect', (request, socket) => {
    const to = new URL(`http://${request.url}`);
    const onward = connect(Number(to.port), to.hostname, () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      onward.pipe(socket).pipe(onward);
    });
    onward.on('error', () => socket.destroy());
    // Nobody reads on once the site has hung up, and the end of the other side has to be seen.
    onward.on('close', () => socket.resume());
    ended.push(new Promise((resolve) => socket.on('close', resolve)));
    socket.on('error', () => onward.destroy());
  });
  servers.push(proxy);
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const through = fetchThrough(`http://127.0.0.1:${(proxy.address() as AddressInfo).port}`);
  await expect(through(`https://site.example:${port}/`)).rejects.toMatchObject({ reason: 'certificate' });
  const { tls, body } = await through(`https://site.example:${port}/`, { badTls: 'tell' });
  expect([tls?.problem, Buffer.from(body).toString()]).toEqual([
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    `hello site.example:${port}`,
  ]);
  // No connection is left behind.
  await Promise.all(ended);
});

test('a proxy that never answers is given up, and not left connected', async () => {
  const proxy = createProxy();
  const ended = new Promise((resolve) =>
    proxy.on('connect', (_, socket) => socket.on('end', () => resolve(socket.end())).resume()),
  );
  servers.push(proxy);
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const through = fetchThrough(`http://127.0.0.1:${(proxy.address() as AddressInfo).port}`);
  await expect(through('https://site.example/', { timeoutMs: 200 })).rejects.toMatchObject({ reason: 'time' });
  await ended;
});
