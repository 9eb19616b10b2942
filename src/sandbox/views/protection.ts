/** Branches, their classic protection, and rulesets as JSON: two ways of saying the same rules. */
import type { BranchProtection, BranchRules, RequiredCheck, Ruleset } from '../state/gates.js';
import type { Repository } from '../state/model.js';
import { protectionOf, rulesOn } from '../state/protection.js';
import { nodeId, type World } from '../world.js';
import type { Json } from './people.js';
import { repositoryApi, repositoryHtml } from './repository.js';

export function branchApi(world: World, repo: Repository, branch: string): string {
  return `${repositoryApi(world, repo)}/branches/${branch.split('/').map(encodeURIComponent).join('/')}`;
}

/** `-1` is how the API writes "any App". */
function checkView({ context, appId }: RequiredCheck): Json {
  return { context, app_id: appId ?? -1 };
}

function statusChecks(rules: BranchRules): Json {
  return {
    enforcement_level: rules.admins ? 'everyone' : 'non_admins',
    contexts: rules.checks.map(({ context }) => context),
    checks: rules.checks.map(checkView),
  };
}

/** What `GET /branches/{branch}` says of protection to everybody who may read the code. */
export function branchProtectionSummary(world: World, repo: Repository, branch: string): Json {
  const classic = protectionOf(world.state, repo, branch);
  const none = { enforcement_level: 'off', contexts: [], checks: [] };
  return {
    protected: rulesOn(world.state, repo, branch).length > 0,
    protection: {
      enabled: classic !== null,
      required_status_checks:
        classic === null || classic.rules.checks.length === 0 ? none : statusChecks(classic.rules),
    },
    protection_url: `${branchApi(world, repo, branch)}/protection`,
  };
}

/** `GET /branches/{branch}/protection`: sections that are switched off are left out. The merge queue is not told. */
export function protectionView(world: World, repo: Repository, branch: string, { rules }: BranchProtection): Json {
  const url = `${branchApi(world, repo, branch)}/protection`;
  const checks = {
    url: `${url}/required_status_checks`,
    strict: rules.upToDate,
    ...statusChecks(rules),
    contexts_url: `${url}/required_status_checks/contexts`,
  };
  const reviews = {
    url: `${url}/required_pull_request_reviews`,
    dismiss_stale_reviews: rules.dismissStaleApprovals,
    require_code_owner_reviews: rules.codeOwners,
    require_last_push_approval: false,
    required_approving_review_count: rules.approvals,
  };
  return {
    url,
    ...(rules.checks.length > 0 && { required_status_checks: checks }),
    ...(rules.approvals !== null && { required_pull_request_reviews: reviews }),
    required_signatures: { url: `${url}/required_signatures`, enabled: rules.signedCommits },
    enforce_admins: { url: `${url}/enforce_admins`, enabled: rules.admins },
    required_linear_history: { enabled: false },
    allow_force_pushes: { enabled: rules.forcePushes },
    allow_deletions: { enabled: rules.deletions },
    block_creations: { enabled: false },
    required_conversation_resolution: { enabled: false },
    lock_branch: { enabled: false },
    allow_fork_syncing: { enabled: false },
  };
}

function level(on: boolean, { admins }: BranchRules): string {
  if (!on) return 'off';
  return admins ? 'everyone' : 'non_admins';
}

/** The rule of a `branch_protection_rule` webhook. */
export function protectionRuleView({ rules, ...protection }: BranchProtection): Json {
  return {
    id: protection.id,
    repository_id: protection.repositoryId,
    name: protection.pattern,
    created_at: protection.createdAt,
    updated_at: protection.updatedAt,
    pull_request_reviews_enforcement_level: level(rules.approvals !== null, rules),
    required_approving_review_count: rules.approvals ?? 0,
    dismiss_stale_reviews_on_push: rules.dismissStaleApprovals,
    require_code_owner_review: rules.codeOwners,
    authorized_dismissal_actors_only: false,
    ignore_approvals_from_contributors: false,
    required_status_checks: rules.checks.map(({ context }) => context),
    required_status_checks_enforcement_level: level(rules.checks.length > 0, rules),
    strict_required_status_checks_policy: rules.upToDate,
    signature_requirement_enforcement_level: level(rules.signedCommits, rules),
    linear_history_requirement_enforcement_level: 'off',
    admin_enforced: rules.admins,
    allow_force_pushes_enforcement_level: level(rules.forcePushes, rules),
    allow_deletions_enforcement_level: level(rules.deletions, rules),
    merge_queue_enforcement_level: level(rules.mergeQueue, rules),
    required_deployments_enforcement_level: 'off',
    required_conversation_resolution_level: 'off',
    authorized_actors_only: false,
    authorized_actor_names: [],
  };
}

/** The settings that GitHub's form starts with. */
const QUEUE = {
  check_response_timeout_minutes: 60,
  grouping_strategy: 'ALLGREEN',
  max_entries_to_build: 5,
  max_entries_to_merge: 5,
  merge_method: 'MERGE',
  min_entries_to_merge: 1,
  min_entries_to_merge_wait_minutes: 5,
};

/** The rules of a ruleset in the order of GitHub's form. */
export function ruleViews(rules: BranchRules): Json[] {
  const review = {
    allowed_merge_methods: ['merge', 'squash', 'rebase'],
    dismiss_stale_reviews_on_push: rules.dismissStaleApprovals,
    require_code_owner_review: rules.codeOwners,
    require_last_push_approval: false,
    required_approving_review_count: rules.approvals ?? 0,
    required_review_thread_resolution: false,
  };
  const checks = {
    do_not_enforce_on_create: false,
    strict_required_status_checks_policy: rules.upToDate,
    required_status_checks: rules.checks.map(({ context, appId }) => ({
      context,
      ...(appId !== null && { integration_id: appId }),
    })),
  };
  return [
    ...(rules.deletions ? [] : [{ type: 'deletion' }]),
    ...(rules.forcePushes ? [] : [{ type: 'non_fast_forward' }]),
    ...(rules.signedCommits ? [{ type: 'required_signatures' }] : []),
    ...(rules.mergeQueue ? [{ type: 'merge_queue', parameters: QUEUE }] : []),
    ...(rules.approvals === null ? [] : [{ type: 'pull_request', parameters: review }]),
    ...(rules.checks.length === 0 ? [] : [{ type: 'required_status_checks', parameters: checks }]),
  ];
}

function ref(branch: string): string {
  return branch.startsWith('~') ? branch : `refs/heads/${branch}`;
}

export function sourceOf(world: World, ruleset: Ruleset): { readonly type: string; readonly name: string } {
  const repo = world.state.repositories.get(ruleset.repositoryId ?? 0);
  if (repo === undefined) return { type: 'Organization', name: ruleset.owner };
  return { type: 'Repository', name: `${repo.owner}/${repo.name}` };
}

/** As lists show it. */
export function rulesetSummary(world: World, ruleset: Ruleset): Json {
  const repo = world.state.repositories.get(ruleset.repositoryId ?? 0);
  const source = sourceOf(world, ruleset);
  const home =
    repo === undefined
      ? {
          api: `${world.url}/api/v3/orgs/${ruleset.owner}`,
          html: `${world.url}/organizations/${ruleset.owner}/settings`,
        }
      : { api: repositoryApi(world, repo), html: repositoryHtml(world, repo) };
  return {
    id: ruleset.id,
    name: ruleset.name,
    target: 'branch',
    source_type: source.type,
    source: source.name,
    enforcement: ruleset.enforcement,
    node_id: nodeId('RRS', ruleset.id),
    _links: {
      self: { href: `${home.api}/rulesets/${ruleset.id}` },
      html: { href: `${home.html}/rules/${ruleset.id}` },
    },
    created_at: ruleset.createdAt,
    updated_at: ruleset.createdAt,
  };
}

/** One in full. `bypass_actors` is only told to who may write it. */
export function rulesetView(world: World, ruleset: Ruleset, tellsBypass = false): Json {
  const names = ruleset.repositoryId === null ? { repository_name: { include: ['~ALL'], exclude: [] } } : {};
  return {
    ...rulesetSummary(world, ruleset),
    ...(tellsBypass && {
      bypass_actors: ruleset.bypass.map(({ actorId, actorType, mode }) => ({
        actor_id: actorId,
        actor_type: actorType,
        bypass_mode: mode,
      })),
    }),
    conditions: { ref_name: { include: ruleset.branches.map(ref), exclude: [] }, ...names },
    rules: ruleViews(ruleset.rules),
  };
}
