/** `/o/:org`: every repository of an organisation. */
import { Hono } from 'hono';
import { dayOf } from '../../../core/clock.js';
import { parseListQuery } from '../../../domain/outlook/list-query.js';
import { listRepositories } from '../../../infra/db/dashboard/organisation.js';
import type { DashboardEnv, DashboardParts } from '../access/env.js';
import { OrganisationPage } from '../pages/organisation.js';
import { type FrameParts, frameOf } from './_frame.js';

export function organisationRoutes(parts: DashboardParts & FrameParts): Hono<DashboardEnv> {
  const app = new Hono<DashboardEnv>();
  app.get('/o/:org', async (context) => {
    const frame = frameOf(context, parts);
    const query = parseListQuery(new URL(context.req.url).searchParams);
    const { installationId } = context.get('organisation');
    const list = await listRepositories(parts.db, context.get('viewer'), installationId, query, dayOf(frame.now));
    return context.html(<OrganisationPage frame={frame} query={query} list={list} />);
  });
  return app;
}
