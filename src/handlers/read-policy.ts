/** The policy file on a default branch may have changed: read it, and let the issues follow what holds from now on. */
import { z } from 'zod';
import type { RepoRef } from '../core/repo-ref.js';
import { isOrganisations, POLICY_FILE } from '../domain/policy/index.js';
import { refreshPolicy, withdrawPolicy } from '../flows/policy.js';
import { defineHandler } from './_handler.js';
import { repository } from './_payload.js';

const paths = z.array(z.string()).default([]);

const payload = z.object({
  action: z.string().optional(),
  repository,
  ref: z.string().optional(),
  deleted: z.boolean().default(false),
  forced: z.boolean().default(false),
  commits: z.array(z.object({ added: paths, modified: paths, removed: paths })).default([]),
  changes: z.object({ default_branch: z.unknown().optional(), repository: z.unknown().optional() }).optional(),
});

type Payload = z.infer<typeof payload>;

/** GitHub lists this many commits of a push. */
const LISTED_COMMITS = 2048;

/** `read-policy` is also asked for once a day, with the same event. */
export interface PolicyMayDiffer {
  readonly repository: RepoRef;
  readonly isGone: boolean;
}

export default defineHandler<PolicyMayDiffer>({
  on: ['push', 'repository.edited', 'repository.renamed', 'repository.deleted'],
  needs: { contents: 'read' },
  parse(raw) {
    const told = payload.parse(raw);
    const mayDiffer = told.action === undefined ? touches(told) : turnsToAnotherFile(told);
    return mayDiffer ? { repository: told.repository.ref, isGone: told.action === 'deleted' } : null;
  },
  subject: ({ repository }) => `policy:${repository.id}`,
  async run({ repository, isGone }, context) {
    if (isGone) await withdrawPolicy(repository, context);
    else await refreshPolicy(repository, context);
  },
});

/** A push that moves the default branch; a forced one drops commits that it does not list. */
function touches({ ref, repository, deleted, forced, commits }: Payload): boolean {
  if (deleted || repository.defaultBranch === null || ref !== `refs/heads/${repository.defaultBranch}`) return false;
  if (forced || commits.length >= LISTED_COMMITS) return true;
  return commits.some((commit) =>
    [commit.added, commit.modified, commit.removed].some((list) => list.includes(POLICY_FILE)),
  );
}

/** Another default branch; a repository that became `.github`; one that is gone. */
function turnsToAnotherFile({ action, repository, changes }: Payload): boolean {
  if (action === 'edited') return changes?.default_branch !== undefined;
  return isOrganisations(repository.ref);
}
