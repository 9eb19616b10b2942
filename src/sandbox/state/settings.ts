/** Settings of a repository that are told to who asks, and enforced by nobody here. */

export interface RepositorySettings {
  readonly secretScanning: boolean;
  readonly pushProtection: boolean;
  readonly securityUpdates: boolean;
  readonly vulnerabilityAlerts: boolean;
  readonly privateReporting: boolean;
  readonly allowedActions: 'all' | 'local_only' | 'selected';
  readonly workflowToken: 'read' | 'write';
  readonly workflowsApprove: boolean;
  readonly forkApproval:
    | 'first_time_contributors_new_to_github'
    | 'first_time_contributors'
    | 'all_external_contributors';
  readonly deployKeys: readonly { readonly title: string; readonly readOnly: boolean }[];
  readonly hooks: readonly { readonly url: string; readonly hasSecret: boolean; readonly insecureSsl: boolean }[];
}

/** As GitHub sets up a new repository. */
export const NEW_SETTINGS: RepositorySettings = {
  secretScanning: false,
  pushProtection: false,
  securityUpdates: false,
  vulnerabilityAlerts: false,
  privateReporting: false,
  allowedActions: 'all',
  workflowToken: 'read',
  workflowsApprove: false,
  forkApproval: 'first_time_contributors',
  deployKeys: [],
  hooks: [],
};
