/** The made-up history of the demo: as many services as promised, in every standing, which go on today where they were yesterday. */
import path from 'node:path';
import { dayOf } from '../../../src/core/clock.js';
import { DAYS } from '../../../src/cli/_demo/fleet/life.js';
import { layHistory } from '../../../src/cli/_demo/fleet/lay.js';
import { PLANS } from '../../../src/cli/_demo/fleet/plans.js';
import type { ReportedService } from '../../../src/domain/reports/service.js';
import { keepReadiness } from '../../../src/flows/keep-readiness.js';
import { readChecklists } from '../../../src/infra/catalogue.js';
import { saveBaseline } from '../../../src/infra/db/baselines.js';
import { eachService } from '../../../src/infra/db/dashboard/reports.js';
import { saveInstallation, saveRepositories } from '../../../src/infra/db/installations.js';
import { verifyJournal } from '../../../src/infra/db/journal.js';
import { snapshotsSince } from '../../../src/infra/db/snapshots.js';
import { onPglite } from '../../support/databases.js';
import { flowContext, NOW } from '../../support/flow-context.js';

const databases = onPglite();

test('eight weeks of a dozen services', async () => {
  const db = await databases.fresh();
  const { checklists } = await readChecklists(path.resolve('checklists'));
  const services = PLANS.map((plan, n) => ({ id: 100 + n, plan }));
  await layHistory(db.kysely, services, { checklists, now: NOW });

  // What the App does when it is installed.
  const installation = { id: 3, account: 'harbour', accountType: 'Organization', permissions: {}, events: [] };
  await saveInstallation(db.kysely, { ...installation, suspendedAt: null });
  const facts = { private: true, fork: false, archived: false, hasIssues: true, defaultBranch: 'main' };
  await saveRepositories(
    db.kysely,
    services.map(({ id, plan: { name } }) => ({ id, installationId: 3, owner: 'harbour', name, ...facts })),
  );
  const { context } = flowContext(db, { checklists: [...checklists.values()] });
  for (const { id } of services) {
    await saveBaseline(db.kysely, id, NOW, { issue: { number: 1, nodeId: `I_${id}` } });
    await keepReadiness(id, context);
  }

  const lines: ReportedService[] = [];
  const everything = { installationId: 3, seer: null };
  for await (const line of eachService(db.kysely, everything, {}, dayOf(NOW))) lines.push(line);
  expect(lines.map(({ name }) => name)).toEqual(PLANS.map(({ name }) => name));
  const standings = lines.map(({ readiness, forecast, isAtRisk }) => ({
    ...{ isReady: readiness.isReady, isLaunched: readiness.launchedOn !== null, isAtRisk },
    ...{ forecast: forecast?.kind ?? 'none', hasSecrets: readiness.openSecrets > 0, isWaived: readiness.waived > 0 },
  }));
  // Every kind of standing is there to be looked at.
  for (const [fact, value] of [
    ['isReady', true],
    ['isLaunched', true],
    ['isAtRisk', true],
    ['hasSecrets', true],
    ['isWaived', true],
    ['forecast', 'none'],
    ['forecast', 'range'],
    ['forecast', 'unclear'],
  ] as const)
    expect(standings).toContainEqual(expect.objectContaining({ [fact]: value }));
  expect(new Set(lines.map(({ readiness }) => readiness.grade)).size).toBeGreaterThan(4);

  for (const { id } of lines) {
    const days = await snapshotsSince(db.kysely, id, '');
    const [yesterday, today] = days.slice(-2);
    expect(days.length).toBe(DAYS + 1);
    // What the App works out today from the items is what the last made-up day says.
    expect(today).toEqual({ ...yesterday, day: dayOf(NOW) });
  }
  expect(await verifyJournal(db.kysely)).toMatchObject({ intact: true });
});
