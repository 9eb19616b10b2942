/** The active rules of all rulesets, the organisation's included, that hold for the default branch. */
import { z } from 'zod';
import { defineSource, Hidden, type Origin } from '../_source.js';
import { askForPage, branchOf, isNotOffered } from './_github.js';
import { type Guard, NO_GUARD, unite } from './_guard.js';
import { repositoryOf } from './repository.js';

const schema = z
  .discriminatedUnion('type', [
    z.object({
      type: z.literal('pull_request'),
      parameters: z.object({
        required_approving_review_count: z.number().default(0),
        dismiss_stale_reviews_on_push: z.boolean().default(false),
      }),
    }),
    z.object({
      type: z.literal('required_status_checks'),
      parameters: z.object({
        required_status_checks: z.array(z.object({ context: z.string(), integration_id: z.number().nullish() })),
      }),
    }),
    z.object({
      type: z.enum(['deletion', 'non_fast_forward', 'required_signatures', 'update', 'code_scanning', 'merge_queue']),
    }),
  ])
  .transform((rule): Guard => {
    switch (rule.type) {
      case 'pull_request': {
        const { required_approving_review_count: approvals, dismiss_stale_reviews_on_push: dismissesStale } =
          rule.parameters;
        return { ...NO_GUARD, takesPullRequest: true, approvals, dismissesStale };
      }
      case 'required_status_checks': {
        const checks = rule.parameters.required_status_checks;
        return {
          ...NO_GUARD,
          checks: checks.map(({ context, integration_id: id }) => ({ name: context, appId: id ?? null })),
        };
      }
      default:
        return {
          ...NO_GUARD,
          blocksDeletion: rule.type === 'deletion',
          blocksForcePushes: rule.type === 'non_fast_forward',
          takesSignatures: rule.type === 'required_signatures',
          limitsPushers: rule.type === 'update',
          takesCodeScanning: rule.type === 'code_scanning',
          takesPullRequest: rule.type === 'merge_queue',
        };
    }
  });

/** A kind of rule that is none of ours guards nothing that we look at. */
const lenient = z.union([schema, z.object({ type: z.string() }).transform(() => NO_GUARD)]);

/** Null where no ruleset covers the branch. */
export async function rulesOf(origin: Origin, branch: string): Promise<Guard | null> {
  const route = '/repos/{owner}/{repo}/rules/branches/{branch}';
  const page = await askForPage(origin, route, lenient, { branch }).catch((error: unknown) => {
    throw isNotOffered(error, origin) ? new Hidden(NOT_OFFERED) : error;
  });
  if (page === null || page.entries.length === 0) return null;
  return page.entries.reduce(unite);
}

const NOT_OFFERED = 'GitHub offers rules for branches of private repositories with a paid plan only';

export const branchRules = defineSource<Guard>({
  name: 'the rulesets of the default branch',
  async read(origin, get) {
    const { url } = await repositoryOf(get);
    const branch = branchOf(origin);
    return {
      value: await rulesOf(origin, branch),
      where: `${url}/rules?ref=${encodeURIComponent(`refs/heads/${branch}`)}`,
    };
  },
});
