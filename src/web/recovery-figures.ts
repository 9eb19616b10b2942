/** Figures of what was lost and is being made good, for Prometheus. */
import { Gauge, type Registry } from 'prom-client';
import type { Desk } from '../infra/queue/desk.js';

/** An alarm belongs on given-up deliveries, and on a sweep or a round that does not end. */
export function registerRecoveryFigures(registry: Registry, desk: Pick<Desk, 'recovery'>): void {
  const registers = [registry];
  const swept = new Gauge({
    name: 'seaworthy_sweep_ended_seconds',
    help: 'When the last sweep ended, Unix time; 0 while one runs',
    registers,
  });
  const rounds = new Gauge({
    name: 'seaworthy_reconcile_repositories',
    help: 'Repositories of the round through an installation, by whether they were looked at',
    labelNames: ['installation', 'state'],
    registers,
  });
  new Gauge({
    name: 'seaworthy_lost_deliveries',
    help: 'Webhooks that GitHub has and we have not',
    labelNames: ['state'],
    registers,
    async collect() {
      const { sweep, rounds: all } = await desk.recovery();
      this.set({ state: 'waiting' }, sweep?.waiting ?? 0);
      this.set({ state: 'given-up' }, sweep?.givenUp ?? 0);
      const ended = sweep?.endedAt ?? null;
      swept.set(ended === null ? 0 : Date.parse(ended) / 1000);
      rounds.reset();
      for (const { installationId, looked, repositories } of all) {
        rounds.set({ installation: installationId, state: 'looked' }, looked);
        rounds.set({ installation: installationId, state: 'left' }, Math.max(0, repositories - looked));
      }
    },
  });
}
