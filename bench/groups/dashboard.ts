/** How long the page of an organisation with 10,000 services takes, from the request to its last byte, and what it weighs. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { dayOf, systemClock } from '../../src/core/clock.js';
import { ALL_REPOSITORIES, type ListQuery, SORTS } from '../../src/domain/outlook/list-query.js';
import { listRepositories } from '../../src/infra/db/dashboard/organisation.js';
import type { Database } from '../../src/infra/db/database.js';
import { openDatabase } from '../../src/infra/db/open.js';
import { startPostgres } from '../../test/support/postgres.js';
import { fill, INSTALLATION, VIEWER } from '../dashboard/fill.js';
import { percentile, type Report, sizeOf, timed } from '../group.js';

/** As many as the issue asks for; fewer to see whether it runs. */
const REPOSITORIES = sizeOf('BENCH_DASHBOARD_REPOSITORIES', 10_000);
const DAYS = sizeOf('BENCH_DASHBOARD_DAYS', 63);

const VISITS: readonly Partial<ListQuery>[] = [
  ...SORTS.map((sort) => ({ sort })),
  { search: 'pay' },
  { state: 'at-risk' },
  { grade: 'B' },
  { page: 100 },
  { risk: 'HIGH', state: 'not-ready' },
];
const ROUNDS = 10;

export default async function dashboard(report: Report): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'seaworthy-dashboard-'));
  const server = await startPostgres();
  try {
    await onOneEngine(report, '', await openDatabase({ dataFolder: folder }));
    await onOneEngine(report, '-postgres', await openDatabase({ url: await server.freshUrl() }));
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function onOneEngine(report: Report, suffix: string, database: Database): Promise<void> {
  try {
    const today = dayOf(systemClock.now());
    report(
      `dashboard-fill${suffix}-s`,
      (await timed(() => fill(database.kysely, { repositories: REPOSITORIES, days: DAYS }, today))) / 1000,
      's',
    );
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const visit of VISITS) {
        const query = { ...ALL_REPOSITORIES, ...visit };
        times.push(await timed(() => listRepositories(database.kysely, VIEWER, INSTALLATION, query, today)));
      }
    }
    report(`organisation-query-p50${suffix}-ms`, percentile(times, 0.5), 'ms');
    report(`organisation-query-p95${suffix}-ms`, percentile(times, 0.95), 'ms');
  } finally {
    await database.close();
  }
}
