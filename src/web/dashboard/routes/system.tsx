/** `/o/:org/system`: how Seaworthy itself is doing, for the owners. */
import { Hono } from 'hono';
import { missingFrom } from '../../../domain/readiness/missing.js';
import { onboardingProgress } from '../../../flows/onboarding-progress.js';
import { reportProblemsOf } from '../../../flows/reports/organisation.js';
import { apiTokens } from '../../../infra/db/api-tokens.js';
import { readSystem } from '../../../infra/db/dashboard/system.js';
import type { DashboardEnv, DashboardParts } from '../access/env.js';
import { SystemPage } from '../pages/system.js';
import { type FrameParts, frameOf } from './_frame.js';

export function systemRoutes(parts: DashboardParts & FrameParts): Hono<DashboardEnv> {
  const { db, needs, webhooks } = parts;
  const app = new Hono<DashboardEnv>();
  app.get('/o/:org/system', async (context, next) => {
    const { installationId } = context.get('organisation');
    const frame = frameOf(context, parts);
    const status = await readSystem(db, context.get('viewer'), installationId, frame.now);
    if (status === null) return next();
    const [onboarding, problems, tokens] = [
      await onboardingProgress(installationId, parts),
      await reportProblemsOf(db, installationId, webhooks),
      await apiTokens(db, installationId, frame.now),
    ];
    return context.html(
      <SystemPage
        frame={frame}
        status={status}
        missing={missingFrom(needs, status.granted)}
        onboarding={onboarding}
        problems={problems}
        tokens={tokens}
      />,
    );
  });
  return app;
}
