/** Which permissions each REST operation that our App may ever use needs: the list the OpenAPI subset is generated from. */
import type { Permissions } from './types.js';

/**
 * operationId -> who may call it. Either `jwt` (the App itself, by its JWT), `user` (a person who signed in), `none`
 * (nobody need be logged in), or
 * what an installation token must be granted, written as GitHub's own `X-Accepted-GitHub-Permissions` header writes it:
 * sets separated by `;`, any one of which is enough; within a set all of `a=read,b=write` are needed.
 * Source: https://docs.github.com/en/rest/authentication/permissions-required-for-github-apps.
 * On GitHub an installation token reads public resources without these; we want the permission all the same.
 */
export const ACCESS = {
  // The App itself.
  'apps/get-authenticated': 'jwt',
  'apps/get-by-slug': 'metadata=read',
  'apps/list-installations': 'jwt',
  'apps/get-installation': 'jwt',
  'apps/delete-installation': 'jwt',
  'apps/get-org-installation': 'jwt',
  'apps/get-repo-installation': 'jwt',
  'apps/get-user-installation': 'jwt',
  'apps/create-installation-access-token': 'jwt',
  'apps/revoke-installation-access-token': 'metadata=read',
  'apps/list-repos-accessible-to-installation': 'metadata=read',
  'apps/get-webhook-config-for-app': 'jwt',
  'apps/update-webhook-config-for-app': 'jwt',
  'apps/list-webhook-deliveries': 'jwt',
  'apps/get-webhook-delivery': 'jwt',
  'apps/redeliver-webhook-delivery': 'jwt',
  'apps/create-from-manifest': 'none',
  'credentials/revoke': 'none',
  'rate-limit/get': 'metadata=read',
  'meta/get': 'none',
  'users/get-by-username': 'none',
  'users/get-by-id': 'none',

  // A person who signed in.
  'users/get-authenticated': 'user',
  'apps/list-installations-for-authenticated-user': 'user',
  'apps/list-installation-repos-for-authenticated-user': 'user',
  'orgs/get-membership-for-authenticated-user': 'user',

  // Organisations and teams.
  'orgs/get': 'metadata=read',
  'orgs/list-members': 'members=read',
  'orgs/check-membership-for-user': 'members=read',
  'orgs/get-membership-for-user': 'members=read',
  'orgs/list-outside-collaborators': 'members=read',
  'orgs/custom-properties-for-repos-get-organization-definitions': 'organization_custom_properties=read',
  'orgs/custom-properties-for-repos-create-or-update-organization-definition': 'organization_custom_properties=admin',
  'orgs/custom-properties-for-repos-get-organization-values': 'organization_custom_properties=read',
  'orgs/custom-properties-for-repos-create-or-update-organization-values': 'organization_custom_properties=write',
  'teams/list': 'members=read',
  'teams/get-by-name': 'members=read',
  'teams/list-members-in-org': 'members=read',
  'teams/get-membership-for-user-in-org': 'members=read',
  'teams/check-permissions-for-repo-in-org': 'members=read,metadata=read',

  // Repositories and their settings.
  'repos/list-for-org': 'metadata=read',
  'repos/get': 'metadata=read',
  'repos/get-all-topics': 'metadata=read',
  'repos/list-languages': 'metadata=read',
  'licenses/get-for-repo': 'contents=read',
  'repos/list-activities': 'contents=read',
  'repos/list-collaborators': 'metadata=read',
  'repos/check-collaborator': 'metadata=read',
  'repos/get-collaborator-permission-level': 'metadata=read',
  'repos/list-teams': 'administration=read',
  'repos/get-community-profile-metrics': 'contents=read',
  'repos/codeowners-errors': 'contents=read',
  'repos/custom-properties-for-repos-get-repository-values': 'metadata=read',
  'repos/custom-properties-for-repos-create-or-update-repository-values': 'repository_custom_properties=write',
  'repos/list-branches': 'contents=read',
  'repos/get-branch': 'contents=read',
  'repos/get-branch-protection': 'administration=read',
  'repos/get-status-checks-protection': 'administration=read',
  'repos/get-pull-request-review-protection': 'administration=read',
  'repos/get-commit-signature-protection': 'administration=read',
  'repos/get-admin-branch-protection': 'administration=read',
  'repos/get-branch-rules': 'metadata=read',
  'repos/get-repo-rulesets': 'metadata=read',
  'repos/get-repo-ruleset': 'metadata=read',
  'repos/get-org-rulesets': 'organization_administration=write',
  'repos/get-org-ruleset': 'organization_administration=write',
  'repos/check-vulnerability-alerts': 'administration=read',
  'repos/check-automated-security-fixes': 'administration=read',
  'repos/check-private-vulnerability-reporting': 'metadata=read',
  'repos/list-deploy-keys': 'administration=read',
  'repos/list-webhooks': 'repository_hooks=read',
  'repos/get-all-environments': 'actions=read',
  'repos/get-environment': 'actions=read',
  'repos/get-all-deployment-protection-rules': 'actions=read',
  'repos/list-custom-deployment-rule-integrations': 'administration=read',
  'repos/create-deployment-protection-rule': 'administration=write',
  'repos/list-deployments': 'deployments=read',
  'repos/get-deployment': 'deployments=read',
  'repos/create-deployment-status': 'deployments=write',
  'repos/list-releases': 'contents=read',
  'repos/get-latest-release': 'contents=read',
  'repos/list-tags': 'contents=read',
  'repos/list-attestations': 'attestations=read',

  // Code.
  'repos/list-commits': 'contents=read',
  'repos/get-commit': 'contents=read',
  'repos/compare-commits-with-basehead': 'contents=read',
  'repos/list-branches-for-head-commit': 'contents=read',
  'repos/get-content': 'contents=read',
  'repos/get-readme': 'contents=read',
  'repos/download-tarball-archive': 'contents=read',
  'git/get-blob': 'contents=read',
  'git/get-tree': 'contents=read',
  'git/get-commit': 'contents=read',
  'git/get-ref': 'contents=read',
  'git/list-matching-refs': 'contents=read',
  'git/get-tag': 'contents=read',

  // Issues. Comments, labels and reactions exist on pull requests as well, so either permission does.
  'issues/list-for-repo': 'issues=read; pull_requests=read',
  'issues/create': 'issues=write',
  'issues/get': 'issues=read; pull_requests=read',
  'issues/update': 'issues=write; pull_requests=write',
  'issues/list-comments': 'issues=read; pull_requests=read',
  'issues/list-comments-for-repo': 'issues=read; pull_requests=read',
  'issues/get-comment': 'issues=read; pull_requests=read',
  'issues/create-comment': 'issues=write; pull_requests=write',
  'issues/update-comment': 'issues=write; pull_requests=write',
  'issues/delete-comment': 'issues=write; pull_requests=write',
  'issues/pin-comment': 'issues=write',
  'issues/list-labels-for-repo': 'issues=read; pull_requests=read',
  'issues/get-label': 'issues=read; pull_requests=read',
  'issues/create-label': 'issues=write; pull_requests=write',
  'issues/update-label': 'issues=write; pull_requests=write',
  'issues/list-labels-on-issue': 'issues=read; pull_requests=read',
  'issues/add-labels': 'issues=write; pull_requests=write',
  'issues/remove-label': 'issues=write; pull_requests=write',
  'issues/set-labels': 'issues=write; pull_requests=write',
  'issues/add-assignees': 'issues=write; pull_requests=write',
  'issues/remove-assignees': 'issues=write; pull_requests=write',
  'issues/check-user-can-be-assigned': 'issues=read; pull_requests=read',
  'issues/list-events': 'issues=read; pull_requests=read',
  'issues/list-events-for-timeline': 'issues=read; pull_requests=read',
  'issues/lock': 'issues=write; pull_requests=write',
  'issues/unlock': 'issues=write; pull_requests=write',
  'issues/add-sub-issue': 'issues=write',
  'issues/list-sub-issues': 'issues=read',
  'reactions/list-for-issue': 'issues=read',
  'reactions/create-for-issue': 'issues=write',
  'reactions/delete-for-issue': 'issues=write',
  'reactions/list-for-issue-comment': 'issues=read; pull_requests=read',
  'reactions/create-for-issue-comment': 'issues=write; pull_requests=write',
  'reactions/delete-for-issue-comment': 'issues=write; pull_requests=write',

  // Checks and statuses.
  'checks/create': 'checks=write',
  'checks/get': 'checks=read',
  'checks/update': 'checks=write',
  'checks/list-annotations': 'checks=read',
  'checks/rerequest-run': 'checks=write',
  'checks/list-for-ref': 'checks=read',
  'checks/list-suites-for-ref': 'checks=read',
  'checks/create-suite': 'checks=write',
  'checks/get-suite': 'checks=read',
  'checks/list-for-suite': 'checks=read',
  'checks/set-suites-preferences': 'checks=write',
  'repos/create-commit-status': 'statuses=write',
  'repos/get-combined-status-for-ref': 'statuses=read',
  'repos/list-commit-statuses-for-ref': 'statuses=read',

  // Pull requests.
  'pulls/list': 'pull_requests=read',
  'pulls/get': 'pull_requests=read; contents=read',
  'pulls/list-commits': 'pull_requests=read',
  'pulls/list-files': 'pull_requests=read',
  'pulls/list-reviews': 'pull_requests=read',
  'repos/list-pull-requests-associated-with-commit': 'pull_requests=read; contents=read',

  // Actions and gates.
  'actions/list-workflow-runs-for-repo': 'actions=read',
  'actions/get-workflow-run': 'actions=read',
  'actions/get-reviews-for-run': 'actions=read',
  'actions/get-pending-deployments-for-run': 'actions=read',
  'actions/review-custom-gates-for-run': 'deployments=write',
  'actions/list-repo-workflows': 'actions=read',
  'actions/get-github-actions-permissions-repository': 'administration=read',
  'actions/get-github-actions-default-workflow-permissions-repository': 'administration=read',
  'actions/get-allowed-actions-repository': 'administration=read',
  'actions/get-fork-pr-contributor-approval-permissions-repository': 'administration=read',

  // Alerts, dependencies, advisories.
  'dependabot/list-alerts-for-repo': 'vulnerability_alerts=read',
  'dependabot/get-alert': 'vulnerability_alerts=read',
  'code-scanning/list-alerts-for-repo': 'security_events=read',
  'code-scanning/list-recent-analyses': 'security_events=read',
  'code-scanning/get-default-setup': 'administration=read; security_events=read',
  'secret-scanning/list-alerts-for-repo': 'secret_scanning_alerts=read',
  'secret-scanning/get-alert': 'secret_scanning_alerts=read',
  'secret-scanning/list-locations-for-alert': 'secret_scanning_alerts=read',
  'secret-scanning/update-alert': 'secret_scanning_alerts=write',
  'dependency-graph/export-sbom': 'contents=read',
  'dependency-graph/diff-range': 'contents=read',
  'security-advisories/list-repository-advisories': 'repository_advisories=read',
  'security-advisories/get-repository-advisory': 'repository_advisories=read',
  'security-advisories/create-repository-advisory': 'repository_advisories=write',
  'security-advisories/update-repository-advisory': 'repository_advisories=write',
} as const satisfies Readonly<Record<string, string>>;

export type OperationId = keyof typeof ACCESS;

export function isOperationId(id: string): id is OperationId {
  return Object.hasOwn(ACCESS, id);
}

const LEVELS = ['none', 'read', 'write', 'admin'];

/** Whether `granted` holds one of the sets of `accepted`. A higher level includes the lower; metadata is always read. */
export function isGranted(granted: Permissions, accepted: string): boolean {
  return accepted.split(';').some((set) =>
    set.split(',').every((entry) => {
      const [key = '', level = ''] = entry.trim().split('=');
      const held = granted[key] ?? (key === 'metadata' ? 'read' : 'none');
      return LEVELS.indexOf(held) >= LEVELS.indexOf(level);
    }),
  );
}
