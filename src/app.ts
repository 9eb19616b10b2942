/** The Probot application and the composition root: loads the registries and wires them to the queue and the web. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Hono } from 'hono';
import { sql } from 'kysely';
import type { Logger } from 'pino';
import type { Probot } from 'probot';
import type { Registry } from 'prom-client';
import { createActs } from './act.js';
import { acceptChore, type Chore } from './chores/_chore.js';
import { createVerify, lookAway } from './ask-verifiers.js';
import { createAnswer, createPress } from './commands/_answer.js';
import { acceptCommand, type Command } from './commands/_command.js';
import type { Config, Env } from './config.js';
import type { Clock } from './core/clock.js';
import { StartError } from './core/start-error.js';
import { type Checklist, problemText } from './domain/checklist/index.js';
import { loadFolder } from './core/load-folder.js';
import { createEngine } from './domain/scanner/engine.js';
import { loadRules } from './domain/scanner/registry.js';
import type { Rule } from './domain/scanner/rule.js';
import type { Delays } from './flows/delays.js';
import { lifeRules } from './flows/life-rules.js';
import type { Granted } from './core/granted.js';
import { onboardingsUnderWay } from './flows/onboarding-progress.js';
import { acceptHandler, type Handler } from './handlers/_handler.js';
import { isWanted, jobsForOf, needsOf } from './handlers/_interest.js';
import type { Database } from './infra/db/database.js';
import { readChecklists } from './infra/catalogue.js';
import { Forbidden } from './infra/github/errors.js';
import { connect } from './infra/github/connect.js';
import type { Quota } from './infra/github/gateway.js';
import { createPeople } from './infra/github/rest/people.js';
import { createDesk } from './infra/queue/desk.js';
import { type Accept, createAccept } from './infra/queue/accept.js';
import type { WebAccess } from './infra/net/web.js';
import { createReceiver } from './infra/queue/receiver.js';
import { createQueue, enqueue, type QueueOptions } from './infra/queue/queue.js';
import type { Queue } from './infra/queue/types.js';
import { loadVerifiers } from './verifiers/_registry.js';
import type { Verifier } from './verifiers/_verifier.js';
import { createIntake } from './web/intake/intake.js';
import { createAdmin } from './web/admin/admin.js';
import { createBadgeSigner } from './web/dashboard/access/badge-signer.js';
import { createDashboard } from './web/dashboard/dashboard.js';
import { createHealth } from './web/health.js';
import { registerRecoveryFigures } from './web/recovery-figures.js';
import { parseTemplate } from './web/setup/manifest.js';
import { createJobRunner, type JobRunner } from './run-job.js';

export interface Parts {
  readonly registries: Registries;
  readonly config: Config;
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Logger;
  readonly metrics: Registry;
  /** Where git finds programs, proxies and certificates. */
  readonly environment: Env;
  /** With which the command line asks this process. */
  readonly adminToken: string;
  /** To addresses that policies name. */
  readonly web: WebAccess;
  /** 0 to 1; spreads retries. */
  readonly random: () => number;
  readonly delays: Delays;
  /** How soon the queue looks again; its own times unless given. */
  readonly queueTempo: Pick<QueueOptions, 'backoff' | 'pollMs'>;
}

export interface Seaworthy {
  /** Webhooks in, health and metrics out. */
  readonly web: Hono;
  readonly queue: Queue;
  start(): Promise<void>;
}

const folder = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** What the folders hold: everything Seaworthy reacts to, says, does by itself, asks for and looks for. */
export interface Registries {
  readonly handlers: ReadonlyMap<string, Handler>;
  readonly commands: ReadonlyMap<string, Command>;
  readonly chores: ReadonlyMap<string, Chore>;
  readonly checklists: readonly Checklist[];
  readonly rules: readonly Rule[];
  readonly verifiers: ReadonlyMap<string, Verifier>;
  /** What `app.yml` asks for. */
  readonly shipped: Granted;
}

/** @throws Error when an entry is none; StartError listing everything that is wrong with the checklists. */
export async function loadRegistries(): Promise<Registries> {
  const [handlers, commands, chores, checklists, rules, verifiers, shipped] = await Promise.all([
    loadFolder(folder('./handlers'), acceptHandler),
    loadFolder(folder('./commands'), acceptCommand),
    loadFolder(folder('./chores'), acceptChore),
    catalogue(folder('../checklists')),
    loadRules(),
    loadVerifiers(),
    shippedIn(folder('../app.yml')),
  ]);
  return { handlers, commands, chores, checklists, rules, verifiers, shipped };
}

export interface Work extends JobRunner {
  /** Takes a webhook in. */
  readonly accept: Accept;
  /** What GitHub said last of the hourly limit of an installation. */
  quotaOf(installationId: number): Promise<Quota | null>;
}

/** What comes in and what is done about it, without queue and web. */
export type WorkParts = Pick<
  Parts,
  'registries' | 'config' | 'db' | 'clock' | 'log' | 'environment' | 'web' | 'delays'
>;

/** Puts the jobs together on `probot`, which authenticates them. @throws Error when a rule is broken. */
export function createWork(probot: Probot, parts: WorkParts): Work {
  const { config, db, clock, log } = parts;
  const { handlers, commands, chores, checklists, rules, verifiers, shipped } = parts.registries;
  const accept = createAccept(createReceiver({ db, clock }), jobsForOf(handlers));
  const connection = connect((id) => (id === undefined ? probot.auth() : probot.auth(id)), clock);
  const runner = createJobRunner({
    handlers,
    chores,
    connection,
    db,
    clock,
    log,
    appId: config.app.id,
    git: { folder: path.join(config.storage.dataFolder, 'git'), environment: parts.environment },
    cloneUrl: ({ owner, name }) => `${config.github.url}/${owner}/${name}.git`,
    webhooks: { isWanted: (event, action) => isWanted(handlers, event, action), accept },
    shipped,
    services: {
      checklists,
      // The tests run samples and expressions of every rule; what else is wrong with one (id, keywords, bounds) stops the start.
      engine: createEngine(rules, { checkSamples: false }),
      fingerprintKey: config.fingerprints.key,
      previousFingerprintKey: config.fingerprints.previousKey ?? null,
      answer: createAnswer(commands),
      press: createPress(commands),
      enqueue: (jobs) => enqueue(db.kysely, clock, jobs),
      lifeRules,
      web: parts.web,
      delays: parts.delays,
      verify: config.verifies ? createVerify(verifiers, config.github.url, parts.web) : lookAway(verifiers),
      needs: needsOf(handlers),
      reconcilePercent: config.recovery.reconcilePercent,
      reports: {
        webhooks: config.reportWebhooks,
        githubUrl: config.github.url,
        pagesUrl: config.app.login === undefined ? null : (config.http.publicUrl ?? null),
      },
      apiUrl: config.github.apiUrl,
      issueUrl: ({ owner, name }, number) => `${config.github.url}/${owner}/${name}/issues/${number}`,
    },
  });
  return { accept, quotaOf: async (installationId) => (await connection.of(installationId)).quota(), ...runner };
}

/** Puts Seaworthy together on `probot`, which authenticates it. @throws Error when a rule is broken. */
export function createSeaworthy(probot: Probot, parts: Parts): Seaworthy {
  const { config, db, clock, log, metrics, random, queueTempo } = parts;
  const { chores, checklists, commands } = parts.registries;
  const { accept, run, failed, contextFor, quotaOf } = createWork(probot, parts);
  const queue = createQueue({
    db,
    run,
    failed,
    clock,
    log,
    random,
    concurrency: config.workers,
    kindOf,
    ...queueTempo,
  });
  const web = new Hono();
  web.route(
    '/',
    createHealth({
      pingDatabase: () => sql`select 1`.execute(db.kysely),
      queue,
      registry: metrics,
      onboardings: () => onboardingsUnderWay({ db: db.kysely, clock }),
    }),
  );
  web.route('/', createIntake({ accept, secrets: config.app.webhookSecrets, log, clock }));
  const desk = createDesk(db, clock);
  registerRecoveryFigures(metrics, desk);
  web.route('/', createAdmin({ desk, token: parts.adminToken }));
  const { login } = config.app;
  web.route(
    '/',
    createDashboard({
      db: db.kysely,
      clock,
      log,
      github: config.github,
      people: login === undefined ? null : createPeople({ site: config.github, ...login, clock, log }),
      publicUrl: config.http.publicUrl ?? null,
      checklists,
      badges: createBadgeSigner(config.fingerprints),
      needs: needsOf(parts.registries.handlers),
      quotaOf,
      webhooks: config.reportWebhooks,
      ...createActs({ commands, contextFor, db }),
    }),
  );
  return { web, queue, start: () => start(queue, chores, db, clock) };
}

/** @throws UserError when it cannot be used; it comes with the package. */
async function shippedIn(file: string): Promise<Granted> {
  const { default_permissions: permissions, default_events: events } = parseTemplate(await readFile(file, 'utf8'));
  return { permissions, events };
}

/** A job that failed for want of a permission is put back in line when new ones are accepted. */
function kindOf(error: unknown): string | null {
  return error instanceof Forbidden && error.reason === 'permission' ? 'permission' : null;
}

/** Takes up work: every chore at once, since the last process may have ended long ago, and then at its own pace. */
async function start(queue: Queue, chores: ReadonlyMap<string, Chore>, db: Database, clock: Clock): Promise<void> {
  for (const [name, { everyMs }] of chores) await queue.every(name, everyMs);
  const now = [...chores.keys()].map((name) => ({ handler: name, subject: `every:${name}`, key: `every:${name}` }));
  await enqueue(db.kysely, clock, now);
  await queue.start();
}

/** @throws StartError listing everything that is wrong with the checklists: half a baseline is none. */
async function catalogue(folder: string): Promise<readonly Checklist[]> {
  const { checklists, problems } = await readChecklists(folder);
  if (problems.length > 0)
    throw new StartError(['The checklists cannot be used:', ...problems.map(problemText)].join('\n'));
  return [...checklists.values()];
}
