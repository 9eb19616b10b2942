/** A website on this machine that answers as it is told to, over https: for verifiers of sites to look at. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { makeCertificate } from './certificate.js';

export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string;
}

/** What is asked of the site; null hangs up. */
export type Answers = (asked: { readonly url: URL; readonly origin: string | null }) => Reply | null;

export interface Site {
  /** On loopback. */
  readonly port: number;
  /** PEM; nobody vouches for it but those who are given it. */
  readonly certificate: string;
  /** Every address that was asked. */
  readonly asked: string[];
  answerWith(answers: Answers): void;
  /** Answers what came in another way, under `scheme`. */
  reply(request: IncomingMessage, response: ServerResponse, scheme: 'http' | 'https'): void;
  close(): Promise<void>;
}

/** @param name what the certificate is for */
export async function startSite(name: string): Promise<Site> {
  const { key, cert } = makeCertificate(name);
  const asked: string[] = [];
  let answers: Answers = () => null;
  const reply: Site['reply'] = (request, response, scheme) => {
    const path = request.url ?? '/';
    const url = new URL(path.startsWith('http') ? path : `${scheme}://${request.headers.host}${path}`);
    asked.push(url.href);
    const given = answers({ url, origin: request.headers.origin ?? null });
    if (given === null) return void request.socket.destroy();
    const { status = 200, headers = {}, body = '' } = given;
    for (const [header, value] of Object.entries(headers)) {
      response.setHeader(header, typeof value === 'string' ? value : [...value]);
    }
    response.writeHead(status).end(body);
  };
  const server = https.createServer({ key, cert }, (request, response) => reply(request, response, 'https'));
  // Somebody who offers old versions of TLS only, to see whether they are still spoken.
  server.on('tlsClientError', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    certificate: cert,
    asked,
    answerWith(next) {
      answers = next;
    },
    reply,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
