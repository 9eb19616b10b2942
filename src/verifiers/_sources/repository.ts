/** The repository itself: whose it is, who may see it, and which security features are switched on. */
import { z } from 'zod';
import { defineSource, type Get, Hidden, type Origin } from '../_source.js';
import { askFor } from './_github.js';

/** Null: GitHub says nothing of it, which it does not offer for this repository or does not show. */
type Switch = boolean | null;

export interface Security {
  readonly secretScanning: Switch;
  readonly pushProtection: Switch;
  readonly securityUpdates: Switch;
}

export interface Repository {
  /** The repository's page, without a slash at the end. */
  readonly url: string;
  readonly isPrivate: boolean;
  readonly isInOrganisation: boolean;
  readonly hasIssues: boolean;
  readonly hasDiscussions: boolean;
  readonly isArchived: boolean;
  /** Null where GitHub does not show it: that takes administration. */
  readonly security: Security | null;
  /** Whoever's personal token asks administers it; says nothing of an App. */
  readonly isAdministered: boolean;
}

const feature = z
  .object({ status: z.string() })
  .nullish()
  .transform((answer): Switch => (answer ? answer.status === 'enabled' : null));

const schema = z
  .object({
    html_url: z.string(),
    private: z.boolean(),
    owner: z.object({ type: z.string() }),
    has_issues: z.boolean().default(false),
    has_discussions: z.boolean().default(false),
    archived: z.boolean().default(false),
    permissions: z.object({ admin: z.boolean().default(false) }).nullish(),
    security_and_analysis: z
      .object({
        secret_scanning: feature,
        secret_scanning_push_protection: feature,
        dependabot_security_updates: feature,
      })
      .nullish(),
  })
  .transform(
    ({ security_and_analysis: security, ...raw }): Repository => ({
      url: raw.html_url,
      isPrivate: raw.private,
      isInOrganisation: raw.owner.type === 'Organization',
      hasIssues: raw.has_issues,
      hasDiscussions: raw.has_discussions,
      isArchived: raw.archived,
      isAdministered: raw.permissions?.admin ?? false,
      security: security
        ? {
            secretScanning: security.secret_scanning,
            pushProtection: security.secret_scanning_push_protection,
            securityUpdates: security.dependabot_security_updates,
          }
        : null,
    }),
  );

export const repository = defineSource<Repository>({
  name: 'the repository',
  async read(origin) {
    const value = await askFor(origin, '/repos/{owner}/{repo}', schema);
    if (value === null) throw new Hidden('GitHub does not show the repository');
    return { value, where: value.url };
  },
});

/** Out of the same answer; null where GitHub does not show it. */
export const security = defineSource<Security>({
  name: 'the security settings',
  needs: { administration: 'read' },
  async read(_, get) {
    const { security: value, url } = await repositoryOf(get);
    return { value, where: `${url}/settings/security_analysis` };
  },
});

/**
 * GitHub says "not there" also of what somebody may not see. An App's permissions were looked at before anybody asked; of a
 * personal token we know only whether its owner is an administrator. @throws Hidden
 */
export function ensureTelling(origin: Origin, { isAdministered }: Repository): void {
  if (origin.permissions === null && !isAdministered)
    throw new Hidden('only administrators of the repository can see it');
}

/** Of the repository that is looked at. @throws Hidden */
export async function repositoryOf(get: Get): Promise<Repository> {
  const { value } = await get(repository);
  if (value === null) throw new Hidden('GitHub does not show the repository');
  return value;
}
