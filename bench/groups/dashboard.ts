/**
 * How long the page of an organisation with 10,000 services takes, from the request over loopback to its last byte, for somebody who is
 * signed in and sees all of them; and what it weighs. Every order, search, filters and a page from the middle, in turn.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { dayOf, systemClock } from '../../src/core/clock.js';
import { ALL_REPOSITORIES, type ListQuery, listParameters, SORTS } from '../../src/domain/outlook/list-query.js';
import { listRepositories } from '../../src/infra/db/dashboard/organisation.js';
import type { Database } from '../../src/infra/db/database.js';
import { openDatabase } from '../../src/infra/db/open.js';
import { startPostgres } from '../../test/support/postgres.js';
import { fill, INSTALLATION, ORGANISATION, VIEWER } from '../dashboard/fill.js';
import { type Visit, visit } from '../dashboard/visit.js';
import { percentile, type Report, sizeOf, timed } from '../group.js';

/** As many as the issue asks for; fewer to see whether it runs. */
const REPOSITORIES = sizeOf('BENCH_DASHBOARD_REPOSITORIES', 10_000);
const DAYS = sizeOf('BENCH_DASHBOARD_DAYS', 63);

const VISITS: readonly ListQuery[] = [
  ...SORTS.map((sort) => ({ sort })),
  { search: 'pay' },
  { state: 'at-risk' as const },
  { grade: 'B' as const },
  { page: 100 },
  { risk: 'HIGH' as const, state: 'not-ready' as const },
].map((query) => ({ ...ALL_REPOSITORIES, ...query }));
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
  const today = dayOf(systemClock.now());
  try {
    await fill(database.kysely, { repositories: REPOSITORIES, days: DAYS }, today);
    const ids = Array.from({ length: REPOSITORIES }, (_, n) => n + 1);
    const browser = await visit(database.kysely, ids);
    try {
      // The first visit asks GitHub what the person may see.
      await browser.get(pageOf(ALL_REPOSITORIES));
      const [pages, queries]: [number[], number[]] = [[], []];
      for (let round = 0; round < ROUNDS; round += 1) {
        for (const query of VISITS) {
          pages.push(await timed(() => browser.get(pageOf(query))));
          queries.push(await timed(() => listRepositories(database.kysely, VIEWER, INSTALLATION, query, today)));
        }
      }
      report(`organisation-page-p50${suffix}-ms`, percentile(pages, 0.5), 'ms');
      report(`organisation-page-p95${suffix}-ms`, percentile(pages, 0.95), 'ms');
      report(`organisation-query-p95${suffix}-ms`, percentile(queries, 0.95), 'ms');
      if (suffix === '') await weigh(report, browser);
    } finally {
      await browser.end();
    }
  } finally {
    await database.close();
  }
}

function pageOf(query: ListQuery): string {
  return `/o/${ORGANISATION}?${listParameters(query, { page: query.page })}`;
}

/** In kB of 1,000 bytes: the page alone, and with all that it has the browser fetch; as it is, and compressed. */
async function weigh(report: Report, browser: Visit): Promise<void> {
  const html = await browser.get(pageOf(ALL_REPOSITORIES));
  const assets = [...new Set([...html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, asset = '']) => asset))];
  const parts = [html, ...(await Promise.all(assets.map((asset) => browser.get(asset))))];
  const weight = (texts: readonly string[], of: (text: string) => number) =>
    texts.reduce((sum, text) => sum + of(text), 0) / 1000;
  const [plain, zipped] = [(text: string) => Buffer.byteLength(text), (text: string) => gzipSync(text).byteLength];
  report('organisation-page-kb', weight(parts, plain), 'kB');
  report('organisation-page-gzip-kb', weight(parts, zipped), 'kB');
  report('organisation-page-html-kb', weight([html], plain), 'kB');
  report('organisation-page-html-gzip-kb', weight([html], zipped), 'kB');
}
