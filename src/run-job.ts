/** Runs one job: finds its handler, hands it a context that acts as the right installation, and says how errors end, and to whom. */
import type { Logger } from 'pino';
import type { Chore, ChoreContext } from './chores/_chore.js';
import type { Clock } from './core/clock.js';
import type { RepoRef } from './core/repo-ref.js';
import type { Changes, Context } from './flows/context.js';
import { readerOf } from './flows/request-history.js';
import { type Handler, type InstallationHandler, isForApp } from './handlers/_handler.js';
import type { Database } from './infra/db/database.js';
import { type BlobAt, knownBlobs } from './infra/db/clean-blobs.js';
import { findInstallation } from './infra/db/installations.js';
import { readHistory } from './infra/github/changes/history.js';
import { readBetween, readCommit, readPush } from './infra/github/changes/read.js';
import type { GitSettings } from './infra/github/changes/git-copies.js';
import type { Connection } from './infra/github/connect.js';
import type { GitHub } from './infra/github/gateway.js';
import { RateLimited } from './infra/github/errors.js';
import { whyMoot } from './infra/github/moot.js';
import { mayPass } from './infra/github/passing.js';
import { type Job, type JobFailure, RetryAt } from './infra/queue/types.js';

export type Services = Pick<
  Context,
  | 'checklists'
  | 'engine'
  | 'fingerprintKey'
  | 'previousFingerprintKey'
  | 'answer'
  | 'press'
  | 'enqueue'
  | 'lifeRules'
  | 'apiUrl'
  | 'issueUrl'
  | 'verify'
  | 'web'
  | 'needs'
  | 'reconcilePercent'
  | 'reports'
  | 'delays'
>;

export interface JobRunnerParts {
  readonly handlers: ReadonlyMap<string, Handler>;
  readonly chores: ReadonlyMap<string, Chore>;
  readonly connection: Connection;
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Logger;
  readonly appId: number;
  readonly git: GitSettings;
  /** Where git reads a repository. */
  readonly cloneUrl: (repository: RepoRef) => string;
  readonly webhooks: ChoreContext['webhooks'];
  readonly shipped: ChoreContext['shipped'];
  readonly services: Services;
}

/** Something that is done at once, because somebody waits for it. */
export interface Errand {
  readonly installationId: number;
  /** What it is, for the log and for the keys of what it does. */
  readonly name: string;
  readonly id: string;
}

/** What the queue calls. */
export interface JobRunner {
  run(job: Job, signal: AbortSignal): Promise<void>;
  failed(job: Job, failure: JobFailure, signal: AbortSignal): Promise<void>;
  /** What an errand works with; it acts as its installation. */
  contextFor(errand: Errand, signal: AbortSignal): Promise<Context>;
}

export function createJobRunner(parts: JobRunnerParts): JobRunner {
  const { handlers, chores, connection, db, clock, log, appId, services } = parts;
  const loginOf = rememberSuccess(async () => `${(await (await connection.app()).identity()).slug}[bot]`);

  const told = new Map<string, string>();

  function changesOf(github: GitHub, installationId: number): Changes {
    const { engine } = services;
    const sources = (repository: RepoRef) => ({
      remember: (blobs: readonly BlobAt[]) =>
        knownBlobs(db.kysely, { repositoryId: repository.id, engineVersion: engine.version }, blobs),
      commits: github.commits,
      git: parts.git,
      remote: async () => ({
        url: parts.cloneUrl(repository),
        token: await (await connection.app()).gitToken(installationId, repository.id),
      }),
    });
    return {
      push: (repository, push) => readPush(sources(repository), repository, push),
      between: (repository, base, head) => readBetween(sources(repository), repository, base, head),
      commit: (repository, sha) => readCommit(sources(repository), repository, sha),
      async *history(repository) {
        const { git, remote, remember } = sources(repository);
        const onRecord = { repositoryId: repository.id, ...readerOf(services) };
        yield* readHistory(git, await remote(), async (blobs) => {
          const [isClean, isRecorded] = [await remember(blobs), await knownBlobs(db.kysely, onRecord, blobs)];
          return (blob) => isClean(blob) || isRecorded(blob);
        });
      },
    };
  }

  function handlerOf({ handler: name }: Job): Handler {
    const handler = handlers.get(name);
    if (!handler) throw new Error(`There is no handler ${name}`);
    return handler;
  }

  /** What there is to do; null when that is nothing (any more). */
  async function taskOf(handler: InstallationHandler, job: Job, signal: AbortSignal): Promise<Task | null> {
    const event = job.delivery === null ? job.data : handler.parse(job.delivery.payload);
    const { installationId } = job;
    if (event === null) return null;
    if (installationId === null) throw new Error('The job names no installation');
    if (handler.evenWhenGone !== true && !(await isActive(db, installationId))) {
      log.info(
        { job: job.id, handler: job.handler, installationId },
        'Job dropped: the installation is gone or suspended',
      );
      return null;
    }
    const about = log.child({ job: job.id, handler: job.handler, installationId });
    const context = await contextOf(installationId, job.delivery?.guid ?? `job-${job.id}`, about, signal);
    return { handler, event, context };
  }

  async function contextOf(installationId: number, delivery: string, about: Logger, signal: AbortSignal) {
    const github = await connection.of(installationId);
    const context: Context = {
      ...services,
      github,
      changes: changesOf(github, installationId),
      db: db.kysely,
      clock,
      log: about,
      app: { id: appId, login: await limited(loginOf) },
      job: { delivery, installationId },
      signal,
      renewToken: async () => (await connection.app()).refreshToken(installationId),
    };
    return context;
  }

  return {
    contextFor: ({ installationId, name, id }, signal) =>
      contextOf(installationId, `${name}-${id}`, log.child({ errand: name, installationId }), signal),
    async run(job, signal) {
      const chore = chores.get(job.handler);
      if (chore) {
        const { checklists, engine, fingerprintKey, needs } = services;
        const { webhooks, shipped } = parts;
        const given = { told, db: db.kysely, clock, log, checklists, engine, fingerprintKey, webhooks, needs, shipped };
        return limited(async () => chore.run({ app: await connection.app(), ...given }));
      }
      const found = handlerOf(job);
      if (isForApp(found)) {
        const event = job.delivery === null ? job.data : found.parse(job.delivery.payload);
        if (event !== null) await found.runForApp(event, { db: db.kysely, clock, log });
        return;
      }
      const task = await taskOf(found, job, signal);
      if (task === null) return;
      const { handler, event, context } = task;
      try {
        await limited(() => handler.run(event, context));
      } catch (error) {
        const because = await whyMoot(error, event, context.github);
        if (because === null) throw error;
        context.log.info({ because }, 'Job dropped: there is nothing left to work on');
      }
    },
    async failed(job, { error, isLast }, signal) {
      const handler = handlers.get(job.handler);
      if (handler === undefined || isForApp(handler) || handler.failed === undefined) return;
      if (!(job.attempt === 1 || isLast)) return;
      const task = await taskOf(handler, job, signal);
      if (task === null) return;
      try {
        await task.handler.failed?.(task.event, { error, isOver: isLast || !mayPass(error) }, task.context);
      } catch (untold) {
        // Somebody waits for the answer: as long as GitHub may only be away, the job is not given up.
        if (!isLast || !mayPass(untold)) throw untold;
        const until = untold instanceof RateLimited ? untold.until : new Date(clock.now().getTime() + TELL_AGAIN_MS);
        throw new RetryAt(until, { scope: 'job', cause: untold });
      }
    },
  };
}

/** A handler with what it works on. */
interface Task {
  readonly handler: InstallationHandler;
  readonly event: unknown;
  readonly context: Context;
}

/** After a job's last attempt, when not even its failure could be told. */
const TELL_AGAIN_MS = 15 * 60_000;

/** GitHub's limits become the queue's word for them; everything else is the queue's to judge. */
async function limited<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof RateLimited) throw new RetryAt(error.until, { cause: error });
    throw error;
  }
}

/** False when it was removed or suspended; an installation we have not heard of yet is taken for active. */
async function isActive(db: Database, id: number): Promise<boolean> {
  const row = await findInstallation(db.kysely, id);
  return row === undefined || (row.removed_at === null && row.suspended_at === null);
}

/** Asks until it is answered once, then never again. */
function rememberSuccess<T>(ask: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | null = null;
  return () => {
    answer ??= ask().catch((error: unknown) => {
      answer = null;
      throw error;
    });
    return answer;
  };
}
