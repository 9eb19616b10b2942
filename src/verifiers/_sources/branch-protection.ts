/** The classic protection rule of the default branch: what GitHub had before rulesets, and still applies beside them. */
import { z } from 'zod';
import { defineSource } from '../_source.js';
import { askFor, branchOf } from './_github.js';
import type { Guard } from './_guard.js';
import { ensureTelling, repositoryOf } from './repository.js';

export interface ClassicGuard extends Guard {
  readonly holdsForAdmins: boolean;
}

const enabled = z
  .object({ enabled: z.boolean().default(false) })
  .nullish()
  .transform((answer) => answer?.enabled ?? false);

/** Sections that are switched off are left out. */
const schema = z
  .object({
    required_status_checks: z
      .object({ checks: z.array(z.object({ context: z.string(), app_id: z.number().nullish() })).default([]) })
      .nullish(),
    required_pull_request_reviews: z
      .object({
        required_approving_review_count: z.number().default(0),
        dismiss_stale_reviews: z.boolean().default(false),
      })
      .nullish(),
    restrictions: z.object({}).nullish(),
    enforce_admins: enabled,
    required_signatures: enabled,
    allow_force_pushes: enabled,
    allow_deletions: enabled,
  })
  .transform(
    (raw): ClassicGuard => ({
      blocksForcePushes: !raw.allow_force_pushes,
      blocksDeletion: !raw.allow_deletions,
      takesPullRequest: raw.required_pull_request_reviews != null,
      approvals: raw.required_pull_request_reviews?.required_approving_review_count ?? 0,
      dismissesStale: raw.required_pull_request_reviews?.dismiss_stale_reviews ?? false,
      // -1 is how GitHub writes "any source".
      checks: (raw.required_status_checks?.checks ?? []).map(({ context, app_id: id }) => ({
        name: context,
        appId: id == null || id < 0 ? null : id,
      })),
      takesSignatures: raw.required_signatures,
      limitsPushers: raw.restrictions != null,
      takesCodeScanning: false,
      holdsForAdmins: raw.enforce_admins,
    }),
  );

export const branchProtection = defineSource<ClassicGuard>({
  name: 'classic branch protection',
  needs: { administration: 'read' },
  async read(origin, get) {
    const repository = await repositoryOf(get);
    ensureTelling(origin, repository);
    const branch = branchOf(origin);
    const value = await askFor(origin, '/repos/{owner}/{repo}/branches/{branch}/protection', schema, { branch });
    return { value, where: `${repository.url}/settings/branches` };
  },
});
