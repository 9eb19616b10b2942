/** The onboarding of an organisation of 10,000 repositories, end to end in virtual time: people at work, mishaps and a restart included. */
import { openDatabase } from '../../src/infra/db/open.js';
import { startPostgres } from '../../test/support/postgres.js';
import type { Report } from '../group.js';
import { onboardOrganisation } from '../onboarding/onboard-organisation.js';

const REPOSITORIES = 10_000;

export default async function gates(report: Report): Promise<void> {
  const server = await startPostgres();
  const db = await openDatabase({ url: await server.freshUrl() });
  try {
    const { hours, progress, duplicates, missing, watched, unknown, waits } = await onboardOrganisation(
      db,
      REPOSITORIES,
    );
    report('onboarding-of-10000-repositories', hours, 'hours');
    report('onboarding-opened', progress?.opened ?? 0, 'issues');
    for (const [because, count] of Object.entries(progress?.skipped ?? {}))
      report(`onboarding-skipped-${because}`, count, 'repositories');
    report('onboarding-duplicates', duplicates, 'issues');
    report('onboarding-missing', missing, 'issues');
    report('onboarding-limit-violations', watched.violations.length, 'times');
    for (const [kind, count] of Object.entries(watched.requests))
      report(`onboarding-requests-${kind}`, count, 'requests');
    for (const [route, count] of watched.byRoute) report(`onboarding-requests ${route}`, count, 'requests');
    for (const [limit, most] of Object.entries(watched.most)) report(`onboarding-most ${limit}`, most, '');
    report('onboarding-requests-unknown', unknown, 'requests');
    report('onboarding-longest-wait-of-a-command', Math.max(...waits) / 1000, 's');
  } finally {
    await db.close();
    await server.stop();
  }
}
