/** Keeps where a service stands for the dashboard, whenever its issue is written and once a day: worked out as the issue is. */
import { dayOf } from '../core/clock.js';
import { addDays } from '../domain/life/terms.js';
import { atRiskFrom } from '../domain/outlook/at-risk.js';
import { forecast, LOOKED_BACK } from '../domain/outlook/forecast.js';
import { readinessOf } from '../domain/outlook/readiness.js';
import { snapshotOf } from '../domain/outlook/snapshot.js';
import { findRepository } from '../infra/db/installations.js';
import { forgetReadiness, saveLook } from '../infra/db/readiness.js';
import { snapshotsSince } from '../infra/db/snapshots.js';
import { readService, type ServiceReader, summaryOf } from './service.js';

/** From the database only. A repository that is not ours any more is forgotten; one that was never opened stays out. */
export async function keepReadiness(repositoryId: number, context: ServiceReader): Promise<void> {
  const { db, clock } = context;
  // Before the reading: of two at once the one that began later knows better.
  const computedAt = clock.now();
  const today = dayOf(computedAt);
  const row = await findRepository(db, repositoryId);
  if (row === undefined || row.removed_at !== null) return forgetReadiness(db, [repositoryId]);
  const service = await readService(repositoryId, context);
  const { baseline, secrets } = service;
  if (baseline === null) return;
  const readiness = readinessOf(
    {
      ...service,
      issueNumber: baseline.issue?.number ?? null,
      absentBecause: baseline.absentBecause,
      summary: summaryOf(service),
      openSecrets: secrets.all,
    },
    computedAt,
  );
  const snapshot = snapshotOf(readiness, today);
  const earlier = await snapshotsSince(db, repositoryId, addDays(today, -LOOKED_BACK));
  const outlook = forecast([...earlier.filter(({ day }) => day < today), snapshot], today);
  await saveLook(db, repositoryId, {
    readiness,
    forecast: outlook,
    atRiskFrom: atRiskFrom(readiness, outlook),
    snapshot,
  });
}
