/** Figures of what was lost and is being made good, for Prometheus. */
import { Gauge, type Registry } from 'prom-client';
import type { Desk } from '../infra/queue/desk.js';

/** An alarm belongs on given-up deliveries, and on a sweep or a round that does not end. Each has a `collect` of its own, see `health.ts`. */
export function registerRecoveryFigures(registry: Registry, desk: Pick<Desk, 'recovery'>): void {
  const registers = [registry];
  new Gauge({
    name: 'seaworthy_sweep_ended_seconds',
    help: 'When the last sweep ended, Unix time; 0 while one runs',
    registers,
    async collect() {
      const ended = (await desk.recovery()).sweep?.endedAt ?? null;
      this.set(ended === null ? 0 : Date.parse(ended) / 1000);
    },
  });
  new Gauge({
    name: 'seaworthy_reconcile_repositories',
    help: 'Repositories of the round through an installation, by whether they were looked at',
    labelNames: ['installation', 'state'],
    registers,
    async collect() {
      const { rounds } = await desk.recovery();
      this.reset();
      for (const { installationId: installation, looked, repositories } of rounds) {
        this.set({ installation, state: 'looked' }, looked);
        this.set({ installation, state: 'left' }, Math.max(0, repositories - looked));
      }
    },
  });
  new Gauge({
    name: 'seaworthy_lost_deliveries',
    help: 'Webhooks that GitHub has and we have not',
    labelNames: ['state'],
    registers,
    async collect() {
      const { sweep } = await desk.recovery();
      this.set({ state: 'waiting' }, sweep?.waiting ?? 0);
      this.set({ state: 'given-up' }, sweep?.givenUp ?? 0);
    },
  });
}
