/** `/o/:org/launches`: what launches when. */
import { Hono } from 'hono';
import { dayOf } from '../../../core/clock.js';
import { listLaunches } from '../../../infra/db/dashboard/launches.js';
import type { DashboardEnv, DashboardParts } from '../access/env.js';
import { LaunchesPage } from '../pages/launches.js';
import { type FrameParts, frameOf } from './_frame.js';

export function launchesRoutes(parts: DashboardParts & FrameParts): Hono<DashboardEnv> {
  const app = new Hono<DashboardEnv>();
  app.get('/o/:org/launches', async (context) => {
    const frame = frameOf(context, parts);
    const { installationId } = context.get('organisation');
    const list = await listLaunches(parts.db, context.get('viewer'), installationId, dayOf(frame.now));
    return context.html(<LaunchesPage frame={frame} list={list} />);
  });
  return app;
}
