/** `/o/:org/waivers`: accepted risks and requests for them. */
import { Hono } from 'hono';
import { dayOf } from '../../../core/clock.js';
import { itemsOf } from '../../../domain/checklist/index.js';
import { listWaivers } from '../../../infra/db/dashboard/waivers.js';
import type { DashboardEnv, DashboardParts } from '../access/env.js';
import { parseWaiversQuery, WaiversPage } from '../pages/waivers.js';
import { type FrameParts, frameOf } from './_frame.js';

export function waiversRoutes(parts: DashboardParts & FrameParts): Hono<DashboardEnv> {
  const titles = new Map(itemsOf(parts.checklists).map(({ id, title }) => [id, title]));
  const app = new Hono<DashboardEnv>();
  app.get('/o/:org/waivers', async (context) => {
    const query = parseWaiversQuery(new URL(context.req.url).searchParams);
    const frame = frameOf(context, parts);
    const { account, installationId } = context.get('organisation');
    const list = await listWaivers(parts.db, context.get('viewer'), installationId, query, dayOf(frame.now));
    return context.html(<WaiversPage frame={frame} account={account} list={list} query={query} titles={titles} />);
  });
  return app;
}
