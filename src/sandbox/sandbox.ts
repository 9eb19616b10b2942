/** The local GitHub: a stateful server on loopback that the demo and every end-to-end test run on. */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { systemClock } from '../core/clock.js';
import { loadFolder } from '../core/load-folder.js';
import { registerApp } from './actions/apps.js';
import { createQueueSettler } from './actions/merge-queue.js';
import { closeReaders } from './git/object-reader.js';
import type { Route } from './http/call.js';
import { countByKind } from './http/dispatch.js';
import { FaultScript } from './http/faults.js';
import { RateLimits } from './http/rate-limit.js';
import { createRouter } from './http/router.js';
import { createServer, type Listening, listen } from './http/server.js';
import { administration } from './scenario/administration.js';
import { State } from './state/state.js';
import type { LoggedRequest, Sandbox, SandboxOptions } from './types.js';
import { Deliverer } from './webhooks/deliverer.js';
import { createEmitter } from './webhooks/emit.js';
import { seededRandom, type World } from './world.js';

export type * from './types.js';

const APP_OWNER = 'seaworthy-authors';

function isRouteFamily(candidate: unknown): readonly Route[] {
  if (!Array.isArray(candidate)) throw new TypeError('A route family is a list of routes');
  return candidate as readonly Route[];
}

async function createWorld(options: SandboxOptions): Promise<World> {
  const clock = options.clock ?? systemClock;
  const random = seededRandom(options.seed ?? 1);
  const state = new State();
  const deliverer = new Deliverer(state, clock, random);
  const world: World = {
    state,
    clock,
    random,
    deliverer,
    url: '',
    root: await mkdtemp(path.join(os.tmpdir(), 'seaworthy-sandbox-')),
    emit: createEmitter(() => world, deliverer),
    settleQueues: createQueueSettler(() => world),
    limits: new RateLimits(clock, options.requestsPerHour),
    refLocks: new Map(),
    manifestCodes: new Map(),
  };
  return world;
}

/**
 * Starts a GitHub of one's own on 127.0.0.1, with its App registered and installed nowhere yet.
 * @throws Error when the port is taken or the key is no RSA key.
 */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const world = await createWorld(options);
  const routes = await loadFolder(fileURLToPath(new URL('./routes', import.meta.url)), isRouteFamily);
  const log: LoggedRequest[] = [];
  const faults = new FaultScript(world.random, world.clock);
  const match = createRouter([...routes.values()].flat());
  const server = createServer({ world, match, limits: world.limits, faults, log, validate: options.validate });
  const app = await registerApp(world, {
    ...options.app,
    name: options.app.slug,
    owner: APP_OWNER,
    externalUrl: 'https://example.invalid',
    webhookUrl: options.webhookUrl ?? null,
    webhookSecret: options.webhookSecret,
    ...(options.privateKeyPem !== undefined && { privateKeyPem: options.privateKeyPem }),
  });
  let listening: Listening | null = null;
  const sandbox: Sandbox = {
    ...administration(world, app.id),
    get url() {
      return world.url;
    },
    state: world.state,
    clock: world.clock,
    app,
    appId: app.id,
    privateKeyPem: app.privateKeyPem,
    webhookSecret: app.webhookSecret,
    requests: {
      entries: log,
      clear: () => {
        log.length = 0;
      },
      byKind: () => countByKind(log),
    },
    faults,
    webhooks: world.deliverer,
    redeliver: (id) => {
      const delivery = world.state.deliveries.get(id);
      if (delivery === undefined) throw new Error(`There is no delivery ${id}`);
      world.deliverer.redeliver(delivery);
    },
    setWebhookUrl: (url) => {
      app.webhookUrl = url;
    },
    setCallbackUrl: (url) => {
      app.callbackUrls = [url];
    },
    stop: async () => {
      await world.deliverer.stop();
      await listening?.close();
      await Promise.allSettled(world.refLocks.values());
      await closeReaders(world.root);
      await rm(world.root, { recursive: true, force: true });
    },
  };
  // Before the first request: Hono takes no routes after it.
  options.pages?.(server, sandbox);
  try {
    listening = await listen(server, options.port ?? 0);
  } catch (error) {
    await sandbox.stop();
    throw error;
  }
  world.url = listening.url;
  return sandbox;
}
