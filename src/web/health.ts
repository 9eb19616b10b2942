/** For whoever watches the process: is it alive, is it ready, what are its figures. */
import { Hono } from 'hono';
import { Gauge, type Registry } from 'prom-client';
import type { Queue } from '../infra/queue/types.js';

export interface HealthOptions {
  /** Resolves when the database answers. */
  readonly pingDatabase: () => Promise<unknown>;
  readonly queue: Pick<Queue, 'isWorking' | 'stats'>;
  readonly registry: Registry;
  /** Onboardings that are under way. */
  readonly onboardings: () => Promise<readonly OnboardingFigures[]>;
}

/** By number only: who is being onboarded is nobody else's business. */
export interface OnboardingFigures {
  readonly installationId: number;
  readonly total: number;
  readonly opened: number;
  readonly skipped: Readonly<Record<string, number>>;
  /** Null while that is not known. */
  readonly hoursLeft: number | null;
}

/** A database that hangs is a database that does not answer. */
const PING_MS = 2_000;

/** `/healthz`: the process answers. `/readyz`: it can take webhooks and work on them. `/metrics`: for Prometheus. */
export function createHealth(options: HealthOptions): Hono {
  registerQueueFigures(options);
  registerOnboardingFigures(options);
  const app = new Hono();
  app.get('/healthz', (context) => context.json({ ok: true }));
  app.get('/readyz', async (context) => {
    const database = await answers(options.pingDatabase);
    const worker = options.queue.isWorking();
    const onboardings = database ? await options.onboardings() : [];
    return context.json({ ok: database && worker, database, worker, onboardings }, database && worker ? 200 : 503);
  });
  app.get('/metrics', async (context) =>
    context.body(await options.registry.metrics(), 200, { 'content-type': options.registry.contentType }),
  );
  return app;
}

async function answers(ping: () => Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, PING_MS, false);
  });
  try {
    return await Promise.race([
      ping().then(
        () => true,
        () => false,
      ),
      tooLate,
    ]);
  } finally {
    clearTimeout(timer);
  }
}

/** Each has a `collect` of its own: figures that another one's sets are those of the look before. */
function registerQueueFigures({ queue, registry }: HealthOptions): void {
  new Gauge({
    name: 'seaworthy_jobs_oldest_due_seconds',
    help: 'Age of the oldest job that is due and not done',
    registers: [registry],
    async collect() {
      this.set((await queue.stats()).oldestDueSeconds);
    },
  });
  new Gauge({
    name: 'seaworthy_jobs',
    help: 'Jobs by state',
    labelNames: ['state'],
    registers: [registry],
    async collect() {
      const stats = await queue.stats();
      for (const state of ['pending', 'running', 'parked'] as const) this.set({ state }, stats[state]);
    },
  });
}

function registerOnboardingFigures({ onboardings, registry }: HealthOptions): void {
  new Gauge({
    name: 'seaworthy_onboarding_repositories',
    help: 'Repositories of an installation that is being onboarded, by what became of them',
    labelNames: ['installation', 'state'],
    registers: [registry],
    async collect() {
      const figures = await onboardings();
      this.reset();
      for (const { installationId: installation, total, opened, skipped } of figures) {
        this.set({ installation, state: 'waiting' }, total - opened);
        this.set({ installation, state: 'opened' }, opened);
        for (const [because, count] of Object.entries(skipped)) this.set({ installation, state: because }, count);
      }
    },
  });
  new Gauge({
    name: 'seaworthy_onboarding_seconds_left',
    help: 'How long the onboarding of an installation will still take at the pace it goes',
    labelNames: ['installation'],
    registers: [registry],
    async collect() {
      const figures = await onboardings();
      this.reset();
      for (const { installationId: installation, hoursLeft } of figures)
        if (hoursLeft !== null) this.set({ installation }, hoursLeft * 3600);
    },
  });
}
