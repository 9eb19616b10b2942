/** Serves the set-up pages on loopback until the keys are written or somebody stops it. */
import { createAdaptorServer } from '@hono/node-server';
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock } from '../../core/clock.js';
import { UserError } from '../../core/user-error.js';
import { createSetupApp } from './app.js';
import type { AppTemplate } from './manifest.js';
import type { SetupResult } from './result.js';

export interface SetupOptions {
  readonly template: AppTemplate;
  /** Absolute. */
  readonly envFile: string;
  /** 0 takes any free one. */
  readonly port: number;
  readonly clock: Clock;
  readonly fetch: typeof fetch;
  readonly onDefect: (error: unknown) => void;
}

export interface RunningSetup {
  /** The link for the operator, with the one-time token. */
  readonly url: string;
  /** Settles once the keys are written and the last page is sent; undefined when it was closed before. */
  readonly finished: Promise<SetupResult | undefined>;
  close(): void;
}

/** The only address it ever listens on. */
const HOST = '127.0.0.1';

/** @throws UserError when the port is taken. */
export async function startSetup(options: SetupOptions): Promise<RunningSetup> {
  let origin = '';
  let result: SetupResult | undefined;
  const { port, ...rest } = options;
  const { app, token } = createSetupApp({
    ...rest,
    origin: () => origin,
    onDone: (value) => {
      result = value;
      // Stops listening; the page being answered is still sent.
      server.close();
    },
  });
  const server = createAdaptorServer({ fetch: app.fetch, hostname: HOST });
  const closeAll = () => {
    if ('closeAllConnections' in server) server.closeAllConnections();
  };
  // Browsers keep spare connections open; once the last page is sent they must not hold the process.
  server.on('request', (_request: IncomingMessage, response: ServerResponse) => {
    response.once('close', () => result && closeAll());
  });
  server.listen(port, HOST);
  await once(server, 'listening').catch((cause: unknown) => {
    throw new UserError(`Port ${port} cannot be used on this machine. Leave out --port to take a free one.`, { cause });
  });
  origin = `http://${HOST}:${(server.address() as AddressInfo).port}`;
  return {
    url: `${origin}/?token=${token}`,
    finished: once(server, 'close').then(() => result),
    close: () => {
      server.close();
      closeAll();
    },
  };
}
