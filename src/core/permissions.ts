/** What Seaworthy asks GitHub for, tier by tier: what each permission is for, and what happens without it. */

export type TierId = 'core' | 'verify' | 'gate' | 'inventory' | 'incident' | 'statuses';
export type Access = 'read' | 'write' | 'admin';

export interface Permission {
  /** GitHub's key, as in `app.yml`. */
  readonly key: string;
  /** GitHub's name for it on the settings pages. */
  readonly label: string;
  readonly access: Access;
  readonly reason: string;
  readonly without: string;
  /** Webhook events that GitHub delivers only with this permission. */
  readonly events: readonly string[];
}

export interface Tier {
  readonly id: TierId;
  readonly title: string;
  readonly summary: string;
  readonly permissions: readonly Permission[];
}

/** Always asked for; the others are the operator's choice, because each widens what a stolen key could do. */
export const CORE: Tier = {
  id: 'core',
  title: 'Core',
  summary: 'The checklist issue, its commands, the secret scan and the required checks. Always needed.',
  permissions: [
    {
      key: 'metadata',
      label: 'Metadata',
      access: 'read',
      reason: 'See which repositories there are, who may do what in them, and which rules apply to a branch.',
      without: 'GitHub gives it to every App; there is no App without it.',
      events: ['repository', 'public'],
    },
    {
      key: 'issues',
      label: 'Issues',
      access: 'write',
      reason: 'Open and update the checklist issue, read ticks and `/baseline` commands, answer them.',
      without: 'There is no checklist.',
      events: ['issues', 'issue_comment'],
    },
    {
      key: 'contents',
      label: 'Contents',
      access: 'read',
      reason: 'Scan the files of new commits for secrets, and read `.github/seaworthy.yml`.',
      without: 'Nothing is scanned, and no push is heard of.',
      events: ['push'],
    },
    {
      key: 'pull_requests',
      label: 'Pull requests',
      access: 'read',
      reason: 'Know which commits and files a pull request brings.',
      without: 'Pull requests, those from forks above all, get no check.',
      events: ['pull_request'],
    },
    {
      key: 'checks',
      label: 'Checks',
      access: 'write',
      reason: 'Post `seaworthy/secrets` and `seaworthy/launch`, with annotations on the lines concerned.',
      without: 'Findings are not shown on pull requests, and nothing can be required.',
      events: ['check_run', 'check_suite'],
    },
    {
      key: 'merge_queues',
      label: 'Merge queues',
      access: 'read',
      reason: 'Hear of merge groups, so that a required check reports in a merge queue.',
      without: 'A merge queue that requires our check waits for ever.',
      events: ['merge_group'],
    },
    {
      key: 'members',
      label: 'Members (organisation)',
      access: 'read',
      reason: 'Decide who may approve: membership of the teams that the policy names.',
      without: 'Only repository roles count; approvals by team are refused.',
      events: ['member', 'membership', 'organization', 'team'],
    },
    {
      key: 'organization_custom_properties',
      label: 'Custom properties (organisation)',
      access: 'read',
      reason: 'Hear that a custom property of a repository has changed: profiles of the policy may ask for it.',
      without: 'The checklists of a repository follow its properties once a day, not at once.',
      events: ['custom_property_values'],
    },
  ],
};

export const OPTIONAL_TIERS: readonly Tier[] = [
  {
    id: 'verify',
    title: 'Verify',
    summary: 'Looks whether checklist items about repository settings are really so. Reads only.',
    permissions: [
      {
        key: 'administration',
        label: 'Administration',
        access: 'read',
        reason: 'Read classic branch protection, security and Actions settings, and deploy keys.',
        without:
          'Only rulesets are seen; items about security features, Actions and deploy keys stay attested, or unknown.',
        events: ['branch_protection_rule', 'repository_ruleset', 'security_and_analysis', 'deploy_key'],
      },
      {
        key: 'vulnerability_alerts',
        label: 'Dependabot alerts',
        access: 'read',
        reason: 'See whether known vulnerabilities in dependencies are open, and since when.',
        without: 'Items about vulnerable dependencies are unknown.',
        events: [],
      },
      {
        key: 'security_events',
        label: 'Code scanning alerts',
        access: 'read',
        reason: 'See whether code scanning delivers results, how old the newest are, and which findings are open.',
        without: 'Items about code scanning are unknown.',
        events: [],
      },
      {
        key: 'secret_scanning_alerts',
        label: 'Secret scanning alerts',
        access: 'read',
        reason: "See that GitHub's own secret scanning has open alerts; never their values.",
        without: "Items about GitHub's secret scanning are unknown.",
        events: ['secret_scanning_alert'],
      },
      {
        key: 'repository_hooks',
        label: 'Webhooks',
        access: 'read',
        reason: "See that the repository's webhooks have a secret and verify TLS; never the secrets.",
        without: 'Items about webhooks stay attested by people, or unknown.',
        events: [],
      },
      {
        key: 'attestations',
        label: 'Attestations',
        access: 'read',
        reason: 'See that the files of the newest release are attested.',
        without: 'Releases without a signature of their own are unknown.',
        events: [],
      },
      {
        key: 'organization_administration',
        label: 'Administration (organisation)',
        access: 'read',
        reason: 'See that the organisation asks for a second factor, and which permission its members start with.',
        without: 'Items about these two settings stay attested by people, or unknown.',
        events: [],
      },
    ],
  },
  {
    id: 'gate',
    title: 'Gate deployments',
    summary: 'Holds a deployment to a protected environment while the service is not ready.',
    permissions: [
      {
        key: 'actions',
        label: 'Actions',
        access: 'read',
        reason: 'Read environments and the workflow runs that wait for an approval.',
        without: 'Waiting deployments cannot be found again after an outage.',
        events: [],
      },
      {
        key: 'deployments',
        label: 'Deployments',
        access: 'write',
        reason: 'Approve or reject a waiting deployment.',
        without: 'Readiness shows on pull requests only.',
        events: ['deployment_protection_rule'],
      },
    ],
  },
  {
    id: 'inventory',
    title: 'Label repositories',
    summary: "Writes grade, readiness and launch date into the organisation's custom properties.",
    permissions: [
      {
        key: 'organization_custom_properties',
        label: 'Custom properties (organisation)',
        access: 'write',
        reason:
          "Set the values, so that GitHub's filters and rulesets can use them. To define the three properties GitHub asks for `admin`; an owner can do that once instead.",
        without: "Grades are in the issues and on our pages only, not in GitHub's lists.",
        events: [],
      },
    ],
  },
  {
    id: 'incident',
    title: 'Handle incidents',
    summary: 'Opens a draft security advisory when a secret leaks in a public repository.',
    permissions: [
      {
        key: 'repository_advisories',
        label: 'Repository security advisories',
        access: 'write',
        reason: 'Keep the details of an incident where only maintainers see them; see that advisories are published.',
        without: 'Incidents are handled in the private incident repository alone; published advisories are not seen.',
        events: ['repository_advisory'],
      },
    ],
  },
  {
    id: 'statuses',
    title: 'Commit statuses',
    summary: 'For tools that read commit statuses only. Checks are better: anybody with write access can set a status.',
    permissions: [
      {
        key: 'statuses',
        label: 'Commit statuses',
        access: 'write',
        reason: 'Post the result of each check as a commit status too.',
        without: 'The results are check runs only, which is what branch rules should require.',
        events: [],
      },
    ],
  },
];

export const TIERS: readonly Tier[] = [CORE, ...OPTIONAL_TIERS];
