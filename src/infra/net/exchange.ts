/** One request and its answer over a connection to addresses that were checked before; the answer is read up to a limit. */
import http from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction, type Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { TLSSocket } from 'node:tls';
import { constants, createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { Unreachable } from './errors.js';
import type { Address } from './reach.js';

export interface Exchange {
  readonly url: URL;
  readonly method: 'GET' | 'HEAD' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Null: only the proxy knows. */
  readonly addresses: readonly Address[] | null;
  readonly proxy: string | null;
  /** Bytes of the answer that are read, after decompression. */
  readonly maxBytes: number;
  /** False: a bad certificate or an old version of TLS is told, not refused. */
  readonly requiresGoodTls: boolean;
  /** Null: as new as both sides speak. */
  readonly newestTls: 'TLSv1.1' | null;
  readonly ca?: string;
  readonly signal: AbortSignal;
}

export interface Tls {
  /** `TLSv1.3` */
  readonly protocol: string;
  /** As OpenSSL names it, `ECDHE-RSA-AES128-GCM-SHA256`. */
  readonly cipher: string;
  readonly isTrusted: boolean;
  /** Node's code of what is wrong with the certificate, `CERT_HAS_EXPIRED`; null when nothing is. */
  readonly problem: string | null;
  readonly validTo: Date | null;
}

export interface Answer {
  readonly status: number;
  /** In the order sent, names in lower case; one pair for each `set-cookie`. */
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Uint8Array;
  /** True when the answer was longer than what was read. */
  readonly isCut: boolean;
  /** Null over http. */
  readonly tls: Tls | null;
}

const CERTIFICATE =
  /^(?:CERT_|ERR_TLS_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_(?:GET|VERIFY|DECRYPT|DECODE)|CRL_|INVALID_CA)/;

/** @throws Unreachable; the signal's reason when it is aborted. */
export async function exchange(request: Exchange): Promise<Answer> {
  try {
    const response = await send(request);
    const tls = tlsOf(response.socket);
    try {
      // The agent hands over what the proxy itself answered as if the site had.
      if (request.url.protocol === 'https:' && tls === null)
        throw new Unreachable(`the proxy does not lead to ${request.url.host}`, 'connection');
      const read = request.method === 'HEAD' ? EMPTY : await readBody(response, request.maxBytes);
      return {
        status: response.statusCode ?? 0,
        headers: pairs(response.rawHeaders),
        ...read,
        tls,
      };
    } finally {
      response.destroy();
    }
  } catch (cause) {
    request.signal.throwIfAborted();
    if (cause instanceof Unreachable) throw cause;
    throw asUnreachable(cause, request.url);
  }
}

const EMPTY = { body: new Uint8Array(), isCut: false } as const;

/** What OpenSSL speaks only when it is asked to: for looking, never for trusting. */
const ANY_TLS = { minVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0', rejectUnauthorized: false } as const;

function send({ url, method, headers, body, addresses, proxy, requiresGoodTls, newestTls, ca, signal }: Exchange) {
  const pinned: LookupFunction = (_, options, callback) => {
    const [first] = addresses ?? [];
    if (first === undefined) return callback(new Error('no address'), '', 4);
    if (options.all === true) return callback(null, [...(addresses ?? [])]);
    callback(null, first.address, first.family);
  };
  const tls = requiresGoodTls ? { rejectUnauthorized: true } : ANY_TLS;
  const newest = { ...(newestTls === null ? {} : { maxVersion: newestTls }), ...(ca === undefined ? {} : { ca }) };
  const common = { method, headers, signal, ...tls, ...newest, maxHeaderSize: 64 * 1024 };
  const options: https.RequestOptions =
    proxy === null
      ? { ...common, agent: false, lookup: pinned }
      : through(new URL(proxy), url, addresses, signal, common);
  const isTls = url.protocol === 'https:' || (proxy !== null && options.protocol === 'https:');
  return new Promise<http.IncomingMessage>((resolve, reject) => {
    const request = isTls ? https.request(url, options) : http.request(url, options);
    request.on('response', resolve);
    request.on('error', reject);
    // An upgrade that nobody asked for.
    request.on('upgrade', (_, socket) => socket.destroy(new Error('upgrade')));
    request.end(body);
  });
}

/** Over https the proxy only passes bytes on, to the address that was checked; over http it is asked for the whole address. */
function through(
  proxy: URL,
  url: URL,
  addresses: readonly Address[] | null,
  signal: AbortSignal,
  common: { readonly headers: Readonly<Record<string, string>> },
): https.RequestOptions {
  if (url.protocol === 'https:') {
    const agent = tunnel(proxy, signal);
    const [first] = addresses ?? [];
    const isName = isIP(url.hostname.replace(/^\[|\]$/g, '')) === 0;
    if (first === undefined) return { ...common, agent };
    return { ...common, agent, hostname: first.address, ...(isName ? { servername: url.hostname } : {}) };
  }
  const { protocol, hostname, port, username, password } = proxy;
  const user = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  const who = username === '' ? {} : { 'proxy-authorization': `Basic ${Buffer.from(user).toString('base64')}` };
  const to = { protocol, hostname, port: port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port) };
  return { ...common, ...to, agent: false, path: url.href, headers: { ...common.headers, ...who } };
}

/** The request's own signal does not end the connection to a proxy that has not answered yet. */
function tunnel(proxy: URL, signal: AbortSignal): HttpsProxyAgent<string> {
  const connecting = new AbortController();
  const stop = (): void => connecting.abort();
  signal.addEventListener('abort', stop, { once: true });
  const agent = new HttpsProxyAgent(proxy.href, { signal: connecting.signal });
  agent.once('proxyConnect', () => signal.removeEventListener('abort', stop));
  return agent;
}

/** Reads until the limit; what was compressed is counted as it comes out. */
async function readBody(response: http.IncomingMessage, maxBytes: number): Promise<Pick<Answer, 'body' | 'isCut'>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const plain = decoded(response);
  for await (const chunk of plain as AsyncIterable<Uint8Array>) {
    const room = maxBytes - length;
    chunks.push(chunk.length > room ? chunk.subarray(0, room) : chunk);
    length += Math.min(chunk.length, room);
    if (chunk.length > room) {
      plain.destroy();
      return { body: Buffer.concat(chunks), isCut: true };
    }
  }
  return { body: Buffer.concat(chunks), isCut: false };
}

function decoded(response: http.IncomingMessage): Readable {
  const decoder = decoderOf(response.headers['content-encoding']);
  if (decoder === null) return response;
  response.on('error', (error) => decoder.destroy(error));
  return response.pipe(decoder);
}

/** An answer that ends too early, or never began as that of a redirect, is taken as far as it came; nonsense is an error all the same. */
function decoderOf(encoding: string | undefined) {
  const early = { finishFlush: constants.Z_SYNC_FLUSH };
  switch (encoding?.trim().toLowerCase()) {
    case 'gzip':
    case 'x-gzip':
      return createGunzip(early);
    case 'br':
      return createBrotliDecompress({ finishFlush: constants.BROTLI_OPERATION_FLUSH });
    case 'deflate':
      return createInflate(early);
    default:
      return null;
  }
}

function pairs(raw: readonly string[]): [string, string][] {
  return raw.flatMap((name, index): [string, string][] =>
    index % 2 === 0 ? [[name.toLowerCase(), raw[index + 1] ?? '']] : [],
  );
}

function tlsOf(socket: Socket): Tls | null {
  if (!(socket instanceof TLSSocket)) return null;
  const { valid_to } = socket.getPeerCertificate();
  const { authorized, authorizationError } = socket;
  return {
    protocol: socket.getProtocol() ?? 'unknown',
    cipher: socket.getCipher().name,
    isTrusted: authorized,
    problem: authorized ? null : codeOf(authorizationError),
    validTo: valid_to === undefined ? null : new Date(valid_to),
  };
}

/** Typed as an error by Node's types, a string in fact. */
const codeOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function asUnreachable(cause: unknown, url: URL): Unreachable {
  const code = (cause as { code?: unknown } | null)?.code;
  const name = typeof code === 'string' ? code : '';
  if (CERTIFICATE.test(name))
    return new Unreachable(`the certificate of ${url.host} is not good (${name})`, 'certificate', { cause });
  if (/^(?:EPROTO|ERR_SSL_)/.test(name))
    return new Unreachable(`${url.host} speaks no TLS that is spoken here (${name})`, 'tls', { cause });
  if (/^(?:HPE_|Z_|ERR_HTTP|ERR_|BROTLI)/.test(name))
    return new Unreachable(`${url.host} answers with what is no HTTP`, 'answer', { cause });
  return new Unreachable(`${url.host} does not answer${name === '' ? '' : ` (${name})`}`, 'connection', { cause });
}
