/** Websites on this machine that answer under any name, over http and https, as good or as bad as a test wants; reached through a proxy of their own. */
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import https from 'node:https';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { createAddressGuard } from '../../src/infra/net/address-guard.js';
import { createGuardedFetch, type GuardedFetch } from '../../src/infra/net/guarded-fetch.js';
import { makeCertificate } from './certificate.js';

export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string;
}

/** What is asked of a site; null hangs up. */
export type Answers = (asked: { readonly url: URL; readonly origin: string | null }) => Reply | null;

export interface SiteServer {
  /** Leads every name to the sites; ports are 443 and 80. */
  readonly fetch: GuardedFetch;
  /** For an address of its own, `https://127.0.0.1:PORT`. */
  readonly port: number;
  /** Every address that was asked. */
  readonly asked: string[];
  answerWith(answers: Answers): void;
  close(): Promise<void>;
}

/** @param name what the certificate is for; it is good for the `fetch` given back. */
export async function startSites(name = 'pay.example'): Promise<SiteServer> {
  const certificate = makeCertificate(name);
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  let answers: Answers = () => null;
  const reply = (request: IncomingMessage, response: ServerResponse, scheme: string): void => {
    const path = request.url ?? '/';
    const url = new URL(path.startsWith('http') ? path : `${scheme}://${request.headers.host}${path}`);
    asked.push(url.href);
    const given = answers({ url, origin: request.headers.origin ?? null });
    if (given === null) return void request.socket.destroy();
    const { status = 200, headers = {}, body = '' } = given;
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value as string);
    response.writeHead(status).end(body);
  };
  const secure = https.createServer(certificate, (request, response) => reply(request, response, 'https'));
  secure.on('tlsClientError', () => undefined);
  const proxy = http.createServer((request, response) => reply(request, response, 'http'));
  proxy.on('connect', (_, socket: Socket) => {
    const onward = connect((secure.address() as AddressInfo).port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      onward.pipe(socket).pipe(onward);
    });
    for (const end of [socket, onward]) {
      sockets.add(end);
      end.on('error', () => end.destroy());
    }
  });
  for (const server of [secure, proxy]) await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const fetch = createGuardedFetch({
    mayReach: createAddressGuard(['127.0.0.1']),
    proxyFor: () => `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    userAgent: 'seaworthy-test',
    ca: certificate.cert,
    resolve: async () => [{ address: '127.0.0.1', family: 4 }],
  });
  return {
    fetch,
    port: (secure.address() as AddressInfo).port,
    asked,
    answerWith: (next) => {
      answers = next;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      for (const server of [secure, proxy]) {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }
    },
  };
}
