/** The repository's settings of GitHub Actions, one request each. */
import { z } from 'zod';
import { defineSource } from '../_source.js';
import { askFor } from './_github.js';
import { repositoryOf } from './repository.js';

export interface ActionsUse {
  readonly isOn: boolean;
  /** `all`, `local_only` or `selected`; null where Actions are off. */
  readonly allowed: string | null;
}

const use = z
  .object({ enabled: z.boolean(), allowed_actions: z.string().nullish() })
  .transform((raw): ActionsUse => ({ isOn: raw.enabled, allowed: raw.allowed_actions ?? null }));

export const actionsUse = defineSource<ActionsUse>({
  name: 'the settings of Actions',
  needs: { administration: 'read' },
  async read(origin, get) {
    const { url } = await repositoryOf(get);
    const value = await askFor(origin, '/repos/{owner}/{repo}/actions/permissions', use);
    return { value, where: `${url}/settings/actions` };
  },
});

export interface WorkflowToken {
  readonly canWrite: boolean;
  readonly canApprove: boolean;
}

const token = z
  .object({ default_workflow_permissions: z.string(), can_approve_pull_request_reviews: z.boolean() })
  .transform(
    (raw): WorkflowToken => ({
      canWrite: raw.default_workflow_permissions !== 'read',
      canApprove: raw.can_approve_pull_request_reviews,
    }),
  );

export const workflowToken = defineSource<WorkflowToken>({
  name: 'the permissions of workflows',
  needs: { administration: 'read' },
  async read(origin, get) {
    const { url } = await repositoryOf(get);
    const value = await askFor(origin, '/repos/{owner}/{repo}/actions/permissions/workflow', token);
    return { value, where: `${url}/settings/actions` };
  },
});

const approval = z.object({ approval_policy: z.string() }).transform((raw) => raw.approval_policy);

/** `first_time_contributors_new_to_github`, `first_time_contributors` or `all_external_contributors`; null in private repositories. */
export const forkApproval = defineSource<string>({
  name: 'the approval of runs from forks',
  needs: { administration: 'read' },
  async read(origin, get) {
    const { url, isPrivate } = await repositoryOf(get);
    const route = '/repos/{owner}/{repo}/actions/permissions/fork-pr-contributor-approval';
    const value = isPrivate ? null : await askFor(origin, route, approval);
    return { value, where: `${url}/settings/actions` };
  },
});
