/** Our own HTTP server: Hono on Node, with limits on slow senders and an end that leaves no connection open. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';
import { StartError } from '../core/start-error.js';

export interface ServerOptions {
  readonly app: Hono;
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
}

export interface RunningServer {
  /** Where it listens. */
  readonly url: string;
  /** Requests in progress have `graceMs`, idle keep-alive connections end at once. */
  close(graceMs?: number): Promise<void>;
}

/** GitHub gives up after 10 s. 25 MiB in 30 s is a slow line. */
const REQUEST_MS = 30_000;
const HEADERS_MS = 10_000;
const DEFAULT_GRACE_MS = 5_000;

/** @throws StartError when the address is taken or not ours. */
export async function startServer({ app, host, port }: ServerOptions): Promise<RunningServer> {
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  server.requestTimeout = REQUEST_MS;
  server.headersTimeout = HEADERS_MS;
  let closing = false;
  // A connection that was busy when the end began is idle after its answer, and kept alive for seconds if nobody looks.
  server.on('request', (_request, response) =>
    response.on('close', () => {
      if (closing) setImmediate(() => server.closeIdleConnections());
    }),
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) =>
      reject(new StartError(`Cannot listen on ${host}:${port} (${cause.code}). Choose another port.`, { cause })),
    );
    server.listen(port, host, resolve);
  });
  const { address, family, port: actual } = server.address() as AddressInfo;
  return {
    url: `http://${family === 'IPv6' ? `[${address}]` : address}:${actual}`,
    close: (graceMs = DEFAULT_GRACE_MS) =>
      new Promise((resolve) => {
        closing = true;
        const force = setTimeout(() => server.closeAllConnections(), graceMs);
        server.close(() => {
          clearTimeout(force);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}
