/** What GitHub answers about a public repository that does everything right, in GitHub's shape. */
import type { Answers } from '../support/api-answers.js';

const REPO = '/repos/acme/shop';

export const REPOSITORY = {
  id: 1,
  full_name: 'acme/shop',
  html_url: 'https://github.com/acme/shop',
  private: false,
  visibility: 'public',
  owner: { login: 'acme', type: 'Organization' },
  has_issues: true,
  has_discussions: false,
  archived: false,
  default_branch: 'main',
  permissions: { admin: false, push: false, pull: true },
  security_and_analysis: {
    secret_scanning: { status: 'enabled' },
    secret_scanning_push_protection: { status: 'enabled' },
    dependabot_security_updates: { status: 'enabled' },
    secret_scanning_non_provider_patterns: { status: 'disabled' },
  },
};

const SOURCE = { ruleset_source_type: 'Repository', ruleset_source: 'acme/shop', ruleset_id: 42 };
export const RULES = {
  deletion: { type: 'deletion', ...SOURCE },
  forcePushes: { type: 'non_fast_forward', ...SOURCE },
  pullRequest: {
    type: 'pull_request',
    parameters: {
      allowed_merge_methods: ['merge', 'squash', 'rebase'],
      dismiss_stale_reviews_on_push: true,
      require_code_owner_review: false,
      require_last_push_approval: true,
      required_approving_review_count: 1,
      required_review_thread_resolution: false,
    },
    ...SOURCE,
  },
  checks: {
    type: 'required_status_checks',
    parameters: {
      do_not_enforce_on_create: false,
      strict_required_status_checks_policy: false,
      required_status_checks: [
        { context: 'test', integration_id: 15368 },
        { context: 'dependency-review', integration_id: 15368 },
        { context: 'seaworthy/secrets', integration_id: 77 },
        { context: 'seaworthy/launch', integration_id: 77 },
      ],
    },
    ...SOURCE,
  },
  signatures: { type: 'required_signatures', ...SOURCE },
  update: { type: 'update', parameters: { update_allows_fetch_and_merge: false }, ...SOURCE },
  codeScanning: {
    type: 'code_scanning',
    parameters: {
      code_scanning_tools: [
        { tool: 'CodeQL', security_alerts_threshold: 'high_or_higher', alerts_threshold: 'errors' },
      ],
    },
    ...SOURCE,
  },
};

/** As classic protection says what `RULES` say. */
export const CLASSIC = {
  url: 'https://api.github.com/repos/acme/shop/branches/main/protection',
  required_status_checks: {
    strict: false,
    contexts: ['test', 'seaworthy/secrets', 'seaworthy/launch'],
    checks: [
      { context: 'test', app_id: 15368 },
      { context: 'seaworthy/secrets', app_id: 77 },
      { context: 'seaworthy/launch', app_id: 77 },
    ],
  },
  required_pull_request_reviews: {
    dismiss_stale_reviews: true,
    require_code_owner_reviews: false,
    require_last_push_approval: false,
    required_approving_review_count: 1,
  },
  required_signatures: { enabled: true },
  enforce_admins: { enabled: true },
  required_linear_history: { enabled: false },
  allow_force_pushes: { enabled: false },
  allow_deletions: { enabled: false },
  restrictions: { users: [], teams: [{ slug: 'release' }], apps: [] },
};

export const RELEASE = {
  id: 9,
  tag_name: 'v1.4.0',
  html_url: 'https://github.com/acme/shop/releases/tag/v1.4.0',
  name: 'v1.4.0',
  body: '### Security\n- Archives cannot leave the folder any more.',
  draft: false,
  prerelease: false,
  immutable: false,
  created_at: '2026-11-01T10:00:00Z',
  published_at: '2026-11-01T10:05:00Z',
  assets: [
    { name: 'shop-1.4.0-linux-amd64.tar.gz', digest: 'sha256:aa' },
    { name: 'shop-1.4.0.cdx.json', digest: 'sha256:bb' },
    { name: 'SHA256SUMS', digest: 'sha256:cc' },
  ],
};

export const ALERT = {
  number: 12,
  state: 'open',
  created_at: '2026-11-20T10:00:00Z',
  dependency: { package: { ecosystem: 'npm', name: 'lodash' }, manifest_path: 'package-lock.json' },
  security_advisory: { ghsa_id: 'GHSA-aaaa-bbbb-cccc', severity: 'high' },
  dismissed_comment: null,
};

export const HOOK = {
  id: 3,
  active: true,
  events: ['push'],
  config: { url: 'https://ci.example.com/hook', content_type: 'json', secret: '********', insecure_ssl: '0' },
};

export const ACME: Answers = {
  [REPO]: REPOSITORY,
  [`${REPO}/rules/branches/main`]: Object.values(RULES),
  [`${REPO}/branches/main/protection`]: CLASSIC,
  [`${REPO}/branches`]: [
    { name: 'main', protected: true },
    { name: 'release/1.x', protected: true },
    { name: 'fix-typo', protected: false },
  ],
  [`${REPO}/rules/branches/release/1.x`]: [RULES.deletion, RULES.forcePushes, RULES.pullRequest],
  '/orgs/acme': { login: 'acme', two_factor_requirement_enabled: true, default_repository_permission: 'read' },
  [`${REPO}/collaborators?permission=admin`]: [{ login: 'ada', permissions: { admin: true } }],
  [`${REPO}/collaborators?affiliation=direct`]: [],
  [`${REPO}/actions/permissions`]: { enabled: true, allowed_actions: 'selected', sha_pinning_required: true },
  [`${REPO}/actions/permissions/workflow`]: {
    default_workflow_permissions: 'read',
    can_approve_pull_request_reviews: false,
  },
  [`${REPO}/actions/permissions/fork-pr-contributor-approval`]: { approval_policy: 'all_external_contributors' },
  [`${REPO}/keys`]: [{ id: 5, key: 'ssh-ed25519 AAAA', title: 'mirror', read_only: true }],
  [`${REPO}/hooks`]: [HOOK],
  [`${REPO}/dependabot/alerts`]: [ALERT],
  [`${REPO}/code-scanning/analyses`]: [
    { ref: 'refs/heads/main', created_at: '2026-11-20T10:00:00Z', tool: { name: 'CodeQL' }, error: '' },
  ],
  [`${REPO}/secret-scanning/alerts`]: [],
  [`${REPO}/private-vulnerability-reporting`]: { enabled: true },
  [`${REPO}/security-advisories`]: [{ ghsa_id: 'GHSA-aaaa-bbbb-cccc', state: 'published' }],
  [`${REPO}/releases`]: [RELEASE],
  [`${REPO}/attestations/sha256:aa`]: { attestations: [{ bundle: {}, repository_id: 1 }] },
  [`${REPO}/git/ref/tags/v1.4.0`]: { ref: 'refs/tags/v1.4.0', object: { type: 'tag', sha: 'f00' } },
  [`${REPO}/git/tags/f00`]: { tag: 'v1.4.0', sha: 'f00', verification: { verified: true, reason: 'valid' } },
  [`${REPO}/rulesets`]: [{ id: 43, name: 'release tags', target: 'tag', enforcement: 'active' }],
};

/** `ACME` with other answers below `/repos/acme/shop`; null takes one away. */
export function acmeBut(other: Answers): Answers {
  const changed = Object.entries(other).map(([path, answer]) => [
    path.startsWith('/orgs') ? path : `${REPO}${path}`,
    answer,
  ]);
  return { ...ACME, ...Object.fromEntries(changed) };
}
