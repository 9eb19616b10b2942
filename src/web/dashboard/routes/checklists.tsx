/** `/checklists`: the catalogue with what to paste, for everybody. */
import { Hono } from 'hono';
import type { DashboardEnv, DashboardParts } from '../access/env.js';
import { ChecklistPage, ChecklistsPage } from '../pages/checklists.js';
import { type FrameParts, publicFrame } from './_frame.js';

export function checklistsRoutes(parts: Pick<DashboardParts, 'checklists'> & FrameParts): Hono<DashboardEnv> {
  const app = new Hono<DashboardEnv>();
  app.get('/checklists', (context) =>
    context.html(<ChecklistsPage frame={publicFrame(parts)} checklists={parts.checklists} />),
  );
  app.get('/checklists/:name', (context, next) => {
    const checklist = parts.checklists.find(({ name }) => name === context.req.param('name'));
    if (checklist === undefined) return next();
    return Promise.resolve(context.html(<ChecklistPage frame={publicFrame(parts)} checklist={checklist} />));
  });
  return app;
}
