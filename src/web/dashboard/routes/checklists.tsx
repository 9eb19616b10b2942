/** `/checklists`: the catalogue with what to paste, for everybody. */
import { Hono } from 'hono';
import type { Checklist } from '../../../domain/checklist/index.js';
import type { DashboardEnv, DashboardParts } from '../access/env.js';
import { ChecklistPage, ChecklistsPage } from '../pages/checklists.js';
import { type FrameParts, publicFrame } from './_frame.js';

export function checklistsRoutes(parts: Pick<DashboardParts, 'checklists'> & FrameParts): Hono<DashboardEnv> {
  // Everybody may ask, and what they say only changes with the process: each is drawn once.
  const drawn = new Map<string, string>();
  const draw = (checklist: Checklist) => {
    const known =
      drawn.get(checklist.name) ?? String(<ChecklistPage frame={publicFrame(parts)} checklist={checklist} />);
    drawn.set(checklist.name, known);
    return known;
  };
  const app = new Hono<DashboardEnv>();
  app.get('/checklists', (context) =>
    context.html(<ChecklistsPage frame={publicFrame(parts)} checklists={parts.checklists} />),
  );
  app.get('/checklists/:name', (context, next) => {
    const checklist = parts.checklists.find(({ name }) => name === context.req.param('name'));
    if (checklist === undefined) return next();
    return Promise.resolve(context.html(draw(checklist)));
  });
  return app;
}
