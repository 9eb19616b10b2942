/** The three addresses of GitHub's manifest flow, played on loopback. */
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface FakeGitHub {
  readonly url: string;
  readonly pem: string;
  readonly webhookSecret: string;
  /** Manifests as received, with where they were sent. */
  readonly received: Array<{ readonly path: string; readonly manifest: Record<string, unknown> }>;
  /** The next exchanges answer with these statuses and bodies instead; consumed one by one. */
  readonly faults: Array<{ readonly status: number; readonly body?: unknown }>;
  readonly exchanges: number;
  /** Answers `webhook_secret: null`. */
  withoutSecret: boolean;
  close(): void;
}

/** One for all: making an RSA key takes a while. */
const PEM = generateKeyPairSync('rsa', { modulusLength: 2048 })
  .privateKey.export({ type: 'pkcs1', format: 'pem' })
  .toString();

export async function startFakeGitHub(): Promise<FakeGitHub> {
  const codes = new Map<string, Record<string, unknown>>();
  const state = {
    url: '',
    pem: PEM,
    webhookSecret: randomBytes(20).toString('hex'),
    received: [] as FakeGitHub['received'],
    faults: [] as FakeGitHub['faults'],
    exchanges: 0,
    withoutSecret: false,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', state.url);
    const json = (status: number, body: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (request.method === 'POST' && /^(?:\/organizations\/[^/]+)?\/settings\/apps\/new$/.test(url.pathname)) {
      const manifest = JSON.parse(new URLSearchParams(await text(request)).get('manifest') ?? '{}');
      state.received.push({ path: url.pathname, manifest });
      const code = randomBytes(20).toString('hex');
      codes.set(code, manifest);
      const back = new URL(manifest.redirect_url);
      back.searchParams.set('code', code);
      back.searchParams.set('state', url.searchParams.get('state') ?? '');
      response.writeHead(302, { location: back.href }).end();
      return;
    }
    const code = /^\/api\/v3\/app-manifests\/(?<code>[^/]+)\/conversions$/.exec(url.pathname)?.groups?.code;
    if (request.method !== 'POST' || code === undefined) return json(404, { message: 'Not Found' });
    state.exchanges += 1;
    const fault = state.faults.shift();
    if (fault !== undefined) return json(fault.status, fault.body ?? { message: 'fault' });
    const manifest = codes.get(code);
    if (manifest === undefined) return json(404, { message: 'Not Found' });
    codes.delete(code);
    return json(201, {
      id: 4711,
      slug: String(manifest.name).toLowerCase(),
      name: manifest.name,
      html_url: `${state.url}/apps/${String(manifest.name).toLowerCase()}`,
      owner: { login: 'acme', type: 'Organization' },
      client_id: 'Iv23liFAKE',
      client_secret: 'c0ffee'.repeat(6),
      webhook_secret: state.withoutSecret ? null : state.webhookSecret,
      pem: state.pem,
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  state.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return state;
}
