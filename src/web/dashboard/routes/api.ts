/** `/api/v1`: readiness for programs that have a token of the organisation, and the description of it for everybody. */
import { Hono } from 'hono';
import { dayOf } from '../../../core/clock.js';
import { type ApiAnswer, type ApiQuestion, apiService, cursorOf, readQuestion } from '../../../domain/reports/api.js';
import { openApi } from '../../../domain/reports/openapi.js';
import { type ReportFilter, readServices } from '../../../infra/db/dashboard/reports.js';
import { findInstallation } from '../../../infra/db/installations.js';
import { type ApiEnv, tokenBearer } from '../access/bearer.js';
import type { DashboardParts } from '../access/env.js';

export function apiRoutes(parts: Pick<DashboardParts, 'db' | 'clock' | 'github' | 'publicUrl'>): Hono<ApiEnv> {
  const { db, clock, github, publicUrl } = parts;
  const app = new Hono<ApiEnv>();
  const description = openApi(publicUrl);
  // Pages of other sites may read what is public anyway.
  app.get('/api/v1/openapi.json', (context) =>
    context.json(description, 200, { 'cache-control': 'public, max-age=3600', 'access-control-allow-origin': '*' }),
  );

  app.get('/api/v1/readiness', tokenBearer(parts), async (context) => {
    const read = readQuestion(new URL(context.req.url).searchParams);
    if ('problem' in read) return context.json({ error: read.problem }, 400);
    const { question } = read;
    const installationId = context.get('installationId');
    const account = (await findInstallation(db, installationId))?.account ?? '';
    const found = await readServices(
      db,
      { installationId, seer: null },
      filterOf(question),
      // One more than is asked for tells whether there is a next page.
      { after: question.cursor, limit: question.limit + 1 },
      dayOf(clock.now()),
    );
    const services = found.slice(0, question.limit);
    const last = services.at(-1);
    const answer: ApiAnswer = {
      version: 1,
      organisation: account,
      services: services.map((service) => apiService(service, { account, githubUrl: github.url, pagesUrl: publicUrl })),
      next_cursor: found.length > services.length && last !== undefined ? cursorOf(last.id) : null,
    };
    return context.json(answer);
  });
  return app;
}

function filterOf(question: ApiQuestion): ReportFilter {
  return {
    search: question.search,
    grade: question.grade,
    risk: question.risk,
    champion: question.champion?.replace(/^@/, ''),
    isReady: question.ready,
    isAtRisk: question.at_risk,
    launchFrom: question.launch_from,
    launchTo: question.launch_to,
  };
}
