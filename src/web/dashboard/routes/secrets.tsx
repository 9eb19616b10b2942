/** `/o/:org/secrets`: committed secrets that are neither rotated nor dismissed. */
import { Hono } from 'hono';
import { readSecrets } from '../../../infra/db/dashboard/secrets.js';
import type { DashboardEnv, DashboardParts } from '../access/env.js';
import { parseSecretsQuery, SecretsPage } from '../pages/secrets.js';
import { type FrameParts, frameOf } from './_frame.js';

export function secretsRoutes(parts: DashboardParts & FrameParts): Hono<DashboardEnv> {
  const app = new Hono<DashboardEnv>();
  app.get('/o/:org/secrets', async (context) => {
    const query = parseSecretsQuery(new URL(context.req.url).searchParams);
    const frame = frameOf(context, parts);
    const { account, installationId } = context.get('organisation');
    const overview = await readSecrets(parts.db, context.get('viewer'), installationId, query, frame.now);
    return context.html(<SecretsPage frame={frame} account={account} overview={overview} query={query} />);
  });
  return app;
}
