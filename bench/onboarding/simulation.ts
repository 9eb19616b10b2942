/** Our App against GitHub in memory, in virtual time: the real handlers, queue rules, pacer and Octokit; restarts included. */
import { generateKeyPairSync } from 'node:crypto';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { pino } from 'pino';
import { Probot } from 'probot';
import resumeOnboarding from '../../src/chores/resume-onboarding.js';
import { createAnswer } from '../../src/commands/_answer.js';
import { acceptCommand } from '../../src/commands/_command.js';
import { loadFolder } from '../../src/core/load-folder.js';
import type { RepoRef } from '../../src/core/repo-ref.js';
import { createEngine } from '../../src/domain/scanner/engine.js';
import { loadRules } from '../../src/domain/scanner/registry.js';
import { DELAYS } from '../../src/flows/delays.js';
import { lifeRules } from '../../src/flows/life-rules.js';
import { type OnboardingProgress, onboardingProgress } from '../../src/flows/onboarding-progress.js';
import { acceptHandler, type Handler } from '../../src/handlers/_handler.js';
import { readChecklists } from '../../src/infra/catalogue.js';
import type { Database } from '../../src/infra/db/database.js';
import { releaseJobs } from '../../src/infra/db/job-care.js';
import { connect } from '../../src/infra/github/connect.js';
import { createOctokitClass } from '../../src/infra/github/octokit.js';
import { backoffMs, MAX_ATTEMPTS } from '../../src/infra/queue/backoff.js';
import { enqueue } from '../../src/infra/queue/queue.js';
import type { JobSpec } from '../../src/infra/queue/types.js';
import { TurnTaker } from '../../src/infra/queue/turn-taker.js';
import { createJobRunner, type Services } from '../../src/run-job.js';
import { dueSubjects } from '../../test/support/due-subjects.js';
import { API, APP, MemoryGitHub, type MemoryRepository, type Mishap } from './memory-github.js';
import { VirtualTime } from './virtual-time.js';
import { NO_WEB } from '../../test/support/no-web.js';

export const START = new Date('2026-11-22T10:00:00Z');
const DAY = 86_400_000;
/** As `WORKERS` is by default. */
const WORKERS = 10;
/** Real milliseconds; nothing here takes that long. */
const JOB_TIMEOUT = 60_000;
const RESUME = 'resume-onboarding';

export interface SimulationOptions {
  readonly db: Database;
  /** 0 to 1, seeded: the same run every time. */
  readonly random: () => number;
  readonly mishap?: (method: string, route: string, installationId: number) => Mishap;
}

const folder = (name: string) => fileURLToPath(new URL(`../../src/${name}`, import.meta.url));

interface Life {
  readonly name: string;
  readonly taker: TurnTaker;
  readonly busy: Set<string>;
}

const { privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
});

interface Loaded {
  readonly handlers: ReadonlyMap<string, Handler>;
  readonly services: Omit<Services, 'enqueue'>;
}

let loaded: Promise<Loaded> | undefined;

async function load(): Promise<Loaded> {
  const [handlers, commands, { checklists }, rules] = await Promise.all([
    loadFolder(folder('handlers'), acceptHandler),
    loadFolder(folder('commands'), acceptCommand),
    readChecklists(path.resolve('checklists')),
    loadRules(),
  ]);
  const services = {
    checklists: [...checklists.values()],
    engine: createEngine(rules, { checkSamples: false }),
    fingerprintKey: new Uint8Array(32),
    previousFingerprintKey: null,
    answer: createAnswer(commands),
    press: async () => undefined,
    lifeRules,
    needs: { permissions: {}, events: [] },
    verify: async () => new Map(),
    web: NO_WEB,
    reconcilePercent: 20,
    delays: DELAYS,
    reports: { webhooks: new Map(), githubUrl: API, pagesUrl: null },
    apiUrl: API,
    issueUrl: ({ owner, name }: RepoRef, number: number) => `${API}/${owner}/${name}/issues/${number}`,
  };
  return { handlers, services };
}

export class Simulation {
  readonly time = new VirtualTime(START);
  readonly github: MemoryGitHub;
  readonly #db: Database;
  readonly #random: () => number;
  readonly #handlers: ReadonlyMap<string, Handler>;
  readonly #services: Services;
  #plans: { readonly at: number; readonly act: () => Promise<void> }[] = [];
  #life: Life;
  #lives = 0;
  /** What is due has to be looked up: a job has ended, or something came in. */
  #hasNews = true;
  #nextDue = Number.POSITIVE_INFINITY;
  #ids = 0;

  private constructor(options: SimulationOptions, handlers: ReadonlyMap<string, Handler>, services: Services) {
    const { db, random, mishap = () => 'none' } = options;
    this.#db = db;
    this.#random = random;
    this.#handlers = handlers;
    this.#services = services;
    this.github = new MemoryGitHub({ time: this.time, latency: () => Math.round(150 + 300 * random()), mishap });
    this.#life = this.#begin();
  }

  static async create(options: SimulationOptions): Promise<Simulation> {
    loaded ??= load();
    const { handlers, services } = await loaded;
    // A killed process loses nothing by it, and nobody pulls the plug here; a disk takes longer than all the rest.
    await sql`set synchronous_commit = off`.execute(options.db.kysely);
    const simulation: Simulation = new Simulation(options, handlers, {
      ...services,
      enqueue: (jobs) => enqueue(options.db.kysely, simulation.time, jobs),
    });
    return simulation;
  }

  /** An organisation of `count` repositories from before us: some archived, some without issues, pushed to at random times. */
  organisation(installationId: number, count: number): readonly MemoryRepository[] {
    return Array.from({ length: count }, () => this.repository(installationId, this.#random()));
  }

  /** @param kind 0 to 1: the first 5 % are archived, the next 3 % have their issues switched off. */
  repository(installationId: number, kind = 1, createdAt = new Date(START.getTime() - 1000 * DAY)): MemoryRepository {
    this.#ids += 1;
    return this.github.add({
      id: this.#ids,
      installationId,
      owner: `org-${installationId}`,
      name: `repo-${this.#ids}`,
      archived: kind < 0.05,
      hasIssues: kind < 0.05 || kind >= 0.08,
      createdAt,
      pushedAt: new Date(START.getTime() - Math.floor(1000 * DAY * this.#random())),
    });
  }

  /** A webhook arrives, as `installation.created` with its payload. */
  async webhook(installationId: number, name: string, payload: object): Promise<void> {
    const [, action] = name.split('.');
    const account = { login: `org-${installationId}`, type: 'Organization' };
    const installation = { id: installationId, account, created_at: START.toISOString() };
    const whole = { action, installation, ...payload };
    for (const [handler, { on, parse, subject }] of this.#handlers) {
      const event = on.includes(name) ? parse(whole) : null;
      if (event !== null)
        await this.#services.enqueue([{ handler, subject: subject(event), installationId, data: event }]);
    }
  }

  /** A job that nothing but ourselves asks for. */
  async ask(job: JobSpec): Promise<void> {
    await this.#services.enqueue([job]);
  }

  /** A person's comment on an issue. */
  async comment({ id, owner, name, installationId }: MemoryRepository, issue: number, comment: number, body: string) {
    const updated_at = this.time.now().toISOString();
    await this.webhook(installationId, 'issue_comment.created', {
      repository: { id, name, owner: { login: owner }, private: true },
      sender: { login: 'octocat', type: 'User' },
      issue: { number: issue },
      comment: { id: comment, body, updated_at, user: { login: 'octocat' } },
    });
  }

  /** What happens so many milliseconds from the beginning. */
  plan(at: number, act: () => Promise<void>): void {
    this.#plans.push({ at: START.getTime() + at, act });
  }

  get elapsed(): number {
    return this.time.now().getTime() - START.getTime();
  }

  progress(installationId: number): Promise<OnboardingProgress | null> {
    return onboardingProgress(installationId, { db: this.#db.kysely, clock: this.time });
  }

  /** `kill -9`, and a new process on the same database: what was under way is never answered, and full buckets know nothing of before. */
  async restart(): Promise<void> {
    const { name, taker } = this.#life;
    this.time.forget();
    taker.interrupt();
    this.#life = this.#begin();
    await releaseJobs(this.#db.kysely, [name], this.time.now(), 'crash');
    this.github.hangUp();
    await this.#services.enqueue([{ handler: RESUME, subject: `every:${RESUME}` }]);
    this.#hasNews = true;
  }

  /** Until nothing is planned and no job waits; or until `isEnough` at a moment at which everybody waits. */
  async run(isEnough: () => boolean = () => false): Promise<void> {
    this.#hasNews = true;
    for (;;) {
      if (this.#hasNews || this.#nextDue <= this.time.now().getTime()) await this.#startDue();
      if (this.#life.busy.size > this.time.asleep) {
        await this.time.stirred();
        continue;
      }
      if (isEnough()) return;
      const next = Math.min(this.time.nextWake, this.#nextDue, ...this.#plans.map(({ at }) => at));
      if (next === Number.POSITIVE_INFINITY) return;
      this.time.advanceTo(next);
      await this.#carryOut();
    }
  }

  #begin(): Life {
    this.#lives += 1;
    const log = pino({ level: 'silent' });
    const { time } = this;
    const Octokit = createOctokitClass({ clock: time, log, sleep: (ms) => time.sleep(ms), send: this.github.fetch });
    const probot = new Probot({ appId: APP.id, privateKey, baseUrl: API, Octokit, logLevel: 'fatal' });
    const { run, failed } = createJobRunner({
      handlers: this.#handlers,
      chores: new Map([[RESUME, resumeOnboarding]]),
      connection: connect((id) => (id === undefined ? probot.auth() : probot.auth(id)), time),
      db: this.#db,
      clock: time,
      log,
      appId: APP.id,
      git: { folder: '/nonexistent', environment: {} },
      cloneUrl: () => API,
      webhooks: { isWanted: () => false, accept: async () => ({ received: 'ignored', action: null, jobs: 0 }) },
      shipped: this.#services.needs,
      services: this.#services,
    });
    const queue = { backoff: backoffMs, maxAttempts: MAX_ATTEMPTS, jobTimeoutMs: JOB_TIMEOUT, random: this.#random };
    const taker = new TurnTaker({ db: this.#db, run, failed, clock: time, log, ...queue });
    return { name: `life-${this.#lives}`, taker, busy: new Set() };
  }

  /** Subjects with due work have their turn, so many at once. */
  async #startDue(): Promise<void> {
    const { name, taker, busy } = this.#life;
    const now = this.time.now();
    this.#hasNews = false;
    const { due, nextAt } = await dueSubjects(this.#db.kysely, now, [...busy]);
    this.#nextDue = nextAt?.getTime() ?? Number.POSITIVE_INFINITY;
    for (const subject of due.slice(0, WORKERS - busy.size)) {
      busy.add(subject);
      taker.take(subject, name).finally(() => {
        busy.delete(subject);
        this.#hasNews = true;
        this.time.stir();
      });
    }
  }

  async #carryOut(): Promise<void> {
    const now = this.time.now().getTime();
    const due = this.#plans.filter(({ at }) => at <= now);
    this.#plans = this.#plans.filter(({ at }) => at > now);
    for (const { act } of due) await act();
    if (due.length > 0) this.#hasNews = true;
  }
}
