/** What the frame of a page shows of the visit; every route makes its pages with it. */
import type { Context } from 'hono';
import type { Clock } from '../../../core/clock.js';
import type { GitHubSite } from '../../../core/github-site.js';
import type { DashboardEnv } from '../access/env.js';
import type { AssetPaths } from '../assets/assets.js';
import type { Frame, OrganisationFrame } from '../components/frame.js';

export interface FrameParts {
  readonly assets: AssetPaths;
  readonly clock: Clock;
  readonly github: Pick<GitHubSite, 'url'>;
}

/** Of a page of an organisation. */
export function frameOf<Env extends DashboardEnv>(
  context: Context<Env>,
  { assets, clock, github }: FrameParts,
): OrganisationFrame {
  const { account, seat } = context.get('organisation');
  return {
    assets,
    now: clock.now(),
    githubUrl: github.url,
    session: context.get('session'),
    organisation: { account, seat },
    message: context.get('message'),
    accessAsOf: context.get('accessAsOf'),
  };
}

/** Of a page that belongs to no organisation, for whoever comes: also before anybody found out who that is. */
export function outerFrame<Env extends DashboardEnv>(context: Context<Env>, parts: FrameParts): Frame {
  const known: Partial<DashboardEnv['Variables']> = context.var;
  return { ...publicFrame(parts), session: known.session ?? null, message: known.message ?? null };
}

/** Of a page for everybody. */
export function publicFrame({ assets, clock, github }: FrameParts): Frame {
  return {
    assets,
    now: clock.now(),
    githubUrl: github.url,
    session: null,
    organisation: null,
    message: null,
    accessAsOf: null,
  };
}
