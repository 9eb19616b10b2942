/** The pages: public ones first, then what somebody has to be signed in for, each behind the guards of its path. */
import { Hono } from 'hono';
import type { DashboardParts } from './access/env.js';
import { createGuards, type GuardEnv } from './access/guard.js';
import { securityHeaders } from './access/headers.js';
import { createSessions } from './access/sessions.js';
import { createSee } from './access/sight.js';
import { loadAssets } from './assets/assets.js';
import { Failed } from './components/outside.js';
import { outerFrame } from './routes/_frame.js';
import { actionsRoutes } from './routes/actions.js';
import { apiRoutes } from './routes/api.js';
import { badgeRoutes } from './routes/badge.js';
import { checklistsRoutes } from './routes/checklists.js';
import { exportRoutes } from './routes/export.js';
import { homeRoutes } from './routes/home.js';
import { journalRoutes } from './routes/journal.js';
import { launchesRoutes } from './routes/launches.js';
import { organisationRoutes } from './routes/organisation.js';
import { repositoryRoutes } from './routes/repository.js';
import { signInRoutes } from './routes/sign-in.js';
import { tokensRoutes } from './routes/tokens.js';
import { waiversRoutes } from './routes/waivers.js';

/** To be mounted last, at the root: what no route of anybody's answers is answered here. @throws StartError when it was not built. */
export function createDashboard(parts: DashboardParts): Hono<GuardEnv> {
  const sessions = createSessions(parts);
  const assets = loadAssets();
  const pages = { ...parts, assets: assets.paths, sessions };
  const guards = createGuards({ ...pages, see: createSee(parts) });
  const app = new Hono<GuardEnv>();
  app.use('*', securityHeaders(parts.publicUrl));

  // For everybody.
  app.route('/', assets.routes);
  app.route('/', checklistsRoutes(pages));
  app.route('/', apiRoutes(parts));
  app.route('/', badgeRoutes(parts));
  app.route('/', signInRoutes(pages, guards));

  // For whoever is signed in.
  app.use('/', guards.signedIn);
  app.use('/account', guards.signedIn);
  app.route('/', homeRoutes(pages));

  // For those who have to do with the organisation, and with the repository.
  app.use('/o/*', guards.signedIn, guards.form);
  app.use('/o/:org/*', guards.organisation);
  app.use('/o/:org/r/:repo/*', guards.repository);
  app.use('/o/:org/system/*', guards.owner);
  app.use('/o/:org/tokens/*', guards.owner);
  app.route('/', actionsRoutes(parts, guards));
  app.route('/', tokensRoutes(pages));
  app.route('/', organisationRoutes(pages));
  app.route('/', repositoryRoutes(pages));
  app.route('/', launchesRoutes(pages));
  app.route('/', waiversRoutes(pages));
  app.route('/', journalRoutes(pages));
  app.route('/', exportRoutes(parts));

  app.all('*', guards.notFound);
  app.onError((error, context) => {
    parts.log.error({ error: describe(error) }, 'A page failed');
    return context.html(Failed({ frame: outerFrame(context, pages) }), 500);
  });
  return app;
}

/** With the place, never with what somebody sent. */
function describe(error: Error): string {
  return error.stack ?? error.name;
}
