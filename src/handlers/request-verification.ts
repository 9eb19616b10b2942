/** Something changed that verifiers look at: the repository is looked at a moment later, once for a burst of changes. */
import { z } from 'zod';
import type { RepoRef } from '../core/repo-ref.js';
import { requestVerification } from '../flows/request-verification.js';
import { askAnew } from '../infra/db/verifications.js';
import { defineHandler } from './_handler.js';
import { repository } from './_payload.js';

const payload = z.object({
  installation: z.object({ id: z.number().int() }),
  repository: repository.optional(),
  repository_ruleset: z.unknown().optional(),
  ref: z.string().optional(),
  deleted: z.boolean().default(false),
});

type Payload = z.infer<typeof payload>;

/** `repository` is null where a ruleset of the whole organisation changed. */
export interface Changed {
  readonly installationId: number;
  readonly repository: RepoRef | null;
}

export default defineHandler<Changed>({
  // Everything that a verifier may name in `on`; test/verifiers/registry.test.ts holds the two together.
  on: [
    'push',
    'branch_protection_rule',
    'repository_ruleset',
    'security_and_analysis',
    'secret_scanning_alert',
    'deploy_key',
    'repository_advisory',
    'repository',
    'public',
    'member',
    'membership',
    'organization',
    'team',
  ],
  needs: {},
  tiers: ['verify', 'incident'],
  parse(raw) {
    const told = payload.parse(raw);
    const { installation, repository } = told;
    if (repository === undefined) {
      return told.repository_ruleset === undefined ? null : { installationId: installation.id, repository: null };
    }
    return isElsewhere(told) ? null : { installationId: installation.id, repository: repository.ref };
  },
  subject: ({ installationId, repository }) =>
    repository === null ? `verifications:${installationId}` : `verification:${repository.id}`,
  async run({ installationId, repository }, context) {
    if (repository === null) await askAnew(context.db, installationId);
    else await requestVerification(repository, context, context.delays.verification);
  },
});

/** A push to another branch than the one that verifiers look at, or the end of one. */
function isElsewhere({ ref, deleted, repository }: Payload): boolean {
  if (ref === undefined) return false;
  return deleted || repository?.defaultBranch == null || ref !== `refs/heads/${repository.defaultBranch}`;
}
