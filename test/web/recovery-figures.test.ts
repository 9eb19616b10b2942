/** What Prometheus reads is what is known at that moment, not at the look before. */
import { Registry } from 'prom-client';
import { registerRecoveryFigures } from '../../src/web/recovery-figures.js';

test('the first look already tells all of it', async () => {
  const registry = new Registry();
  const round = { installationId: 3, account: 'harbour', startedAt: '', endedAt: null, repairs: 0 };
  registerRecoveryFigures(registry, {
    recovery: async () => ({
      sweep: { startedAt: '', endedAt: '2026-11-22T10:00:00Z', looked: 9, waiting: 2, givenUp: 1 },
      rounds: [{ ...round, repositories: 5, looked: 3 }],
    }),
  });
  const text = await registry.metrics();
  expect(text.split('\n').filter((line) => line.startsWith('seaworthy_'))).toEqual([
    'seaworthy_sweep_ended_seconds 1795341600',
    'seaworthy_reconcile_repositories{installation="3",state="looked"} 3',
    'seaworthy_reconcile_repositories{installation="3",state="left"} 2',
    'seaworthy_lost_deliveries{state="waiting"} 2',
    'seaworthy_lost_deliveries{state="given-up"} 1',
  ]);
});
