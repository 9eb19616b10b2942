/** `/o/:org/r/:repo`: one repository, its items read as its baseline issue's are. */
import { Hono } from 'hono';
import { dayOf } from '../../../core/clock.js';
import { readService, summaryOf } from '../../../flows/service.js';
import { findRepositoryDetails } from '../../../infra/db/dashboard/repository.js';
import type { Permission, Viewer } from '../../../infra/db/viewers.js';
import type { DashboardEnv, DashboardParts } from '../access/env.js';
import { repositoryPath } from '../components/paths.js';
import { RepositoryPage, type Standing } from '../pages/repository/page.js';
import { requestsFor } from '../pages/repository/settings.js';
import { type FrameParts, frameOf } from './_frame.js';

/** The roles that may say what the commands of the same names ask for. */
const WRITERS: readonly Permission[] = ['write', 'maintain', 'admin'];

export function repositoryRoutes(parts: DashboardParts & FrameParts): Hono<DashboardEnv> {
  const app = new Hono<DashboardEnv>();
  app.get('/o/:org/r/:repo', async (context, next) => {
    const frame = frameOf(context, parts);
    const viewer = context.get('viewer');
    const { installationId } = context.get('organisation');
    const { name } = context.get('repository');
    const about = { installationId, name };
    const details = await findRepositoryDetails(parts.db, viewer, about, dayOf(frame.now));
    if (details === null) return next();
    const standing = await standingOf(details.id, installationId, parts);
    const may = {
      write: WRITERS.includes(details.permission),
      approve: standing !== null && (await mayApproveSome(standing, details.id, viewer, parts)),
    };
    const badge = badgeOf(details.id, repositoryPath(context.get('organisation').account, name), parts);
    const shown = { frame, details, standing, may, ...(badge === null ? {} : { badge }) };
    return context.html(<RepositoryPage {...shown} />);
  });
  return app;
}

/** Markdown for a README; null where we have no address that others could load it from. */
function badgeOf(repositoryId: number, page: string, { publicUrl, badges }: DashboardParts): string | null {
  if (publicUrl === null) return null;
  return `[![security baseline](${publicUrl}${badges.pathOf(repositoryId)})](${publicUrl}${page})`;
}

/** Null while there is no baseline. */
async function standingOf(
  repositoryId: number,
  installationId: number,
  { db, clock, checklists }: DashboardParts,
): Promise<Standing | null> {
  const job = { delivery: 'page', installationId };
  const service = await readService(repositoryId, { db, clock, checklists, job });
  if (service.baseline === null) return null;
  const { states, asides, header } = service;
  return { checklists: service.checklists, states, asides, header, summary: summaryOf(service) };
}

/** GitHub is asked only when there is something to approve. */
async function mayApproveSome(
  standing: Standing,
  repositoryId: number,
  viewer: Viewer,
  { mayApprove }: DashboardParts,
): Promise<boolean> {
  return requestsFor(standing, viewer.login).length > 0 && (await mayApprove({ repositoryId }, viewer));
}
