/** Seaworthy at work in this process: configuration, database, App, workers, web server, and an orderly end on SIGTERM and SIGINT. */
import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { Probot } from 'probot';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { getProxyForUrl } from 'proxy-from-env';
import { createSeaworthy, loadRegistries } from './app.js';
import { packageVersion } from './cli/_contract.js';
import { environment, readConfig } from './config.js';
import { systemClock } from './core/clock.js';
import { StartError } from './core/start-error.js';
import { UserError } from './core/user-error.js';
import { DELAYS, type Delays } from './flows/delays.js';
import { openDatabase } from './infra/db/open.js';
import { createOctokitClass } from './infra/github/octokit.js';
import type { Limits } from './infra/github/pacing.js';
import { createWebAccess } from './infra/net/web.js';
import type { QueueOptions } from './infra/queue/queue.js';
import { removeAdminFile, writeAdminFile } from './web/admin/admin-file.js';
import { startServer } from './web/server.js';

/** A stop that hangs must not keep the process for ever; jobs in flight are in the database. */
const STOP_LIMIT_MS = 25_000;

/** How fast it goes. */
export interface Tempo {
  readonly delays: Delays;
  readonly queue: Pick<QueueOptions, 'backoff' | 'pollMs'>;
  /** Of requests to GitHub; what GitHub bears unless given. */
  readonly limits?: Limits;
}

/** Starts, or says on stderr why not and ends the process. @param tempo other than people and GitHub need it: for tests. */
export function serve(tempo: Tempo = { delays: DELAYS, queue: {} }): void {
  start(tempo).catch((error: unknown) => {
    const isOurs = error instanceof UserError || error instanceof StartError;
    const text = isOurs ? error.message : `Seaworthy could not start.\n${describe(error)}`;
    // Whatever is open already, as the web server, must not keep a process alive that does no work.
    process.stderr.write(`${text}\n`, () => process.exit(1));
  });
}

async function start({ delays, queue: queueTempo, limits }: Tempo): Promise<void> {
  const env = environment(process.cwd());
  const config = readConfig(env, process.cwd());
  const log = pino({
    level: config.log.level,
    redact: ['req.headers.authorization', 'req.headers.cookie', 'headers.authorization', 'headers.cookie'],
  });
  if (config.fingerprints.derived) log.warn('FINGERPRINT_KEY is not set: it hangs on the private key');
  const { databaseUrl, dataFolder } = config.storage;
  // The embedded database compiles on threads of its own; this one reads the registries meanwhile.
  const [registries, db] = await Promise.all([
    loadRegistries(),
    openDatabase({ ...(databaseUrl ? { url: databaseUrl } : { dataFolder }), log }),
  ]);
  const adminToken = randomBytes(32).toString('hex');
  const metrics = new Registry();
  collectDefaultMetrics({ register: metrics });
  const probot = new Probot({
    appId: config.app.id,
    privateKey: config.app.privateKey,
    secret: config.app.webhookSecrets[0],
    baseUrl: config.github.apiUrl,
    Octokit: createOctokitClass({ clock: systemClock, log, ...(limits === undefined ? {} : { limits }) }),
    logLevel: 'fatal',
  });
  const {
    web,
    queue,
    start: takeUpWork,
  } = createSeaworthy(probot, {
    registries,
    config,
    db,
    clock: systemClock,
    log,
    metrics,
    environment: env,
    adminToken,
    web: createWebAccess({
      allowed: config.allowedAddresses,
      version: packageVersion(fileURLToPath(new URL('..', import.meta.url))),
      about: config.http.publicUrl ?? null,
      proxyFor: getProxyForUrl,
    }),
    random: Math.random,
    delays,
    queueTempo,
  });
  // First the ears, then the hands: the first chore asks GitHub to send again what was lost while we were away.
  const server = await startServer({ app: web, host: config.http.host, port: config.http.port });
  // With PostgreSQL the command line asks the server, and there may be no folder.
  if (db.kind === 'pglite') await writeAdminFile(dataFolder, { url: server.url, token: adminToken });
  await takeUpWork();
  log.info({ url: server.url, database: db.kind }, 'ready');

  const stop = async (signal: string) => {
    log.info({ signal }, 'stopping');
    setTimeout(() => process.exit(1), STOP_LIMIT_MS).unref();
    if (db.kind === 'pglite') await removeAdminFile(dataFolder);
    await server.close();
    await queue.stop();
    await db.close();
    log.info('stopped');
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop(signal));
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return `${error.stack ?? error.message}${error.cause === undefined ? '' : `\ncaused by ${describe(error.cause)}`}`;
}
