/** Azure DevOps: personal access tokens have 84 characters with a mark near their end; older ones 52 of base32. */
import type { Rule } from '../rule.js';
import { lowerBase32 } from './_bodies.js';
import { marked } from './_in-context.js';
import { isPlaceholder } from './_placeholders.js';
import { alnum, named } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Azure DevOps',
  rank: 'vendor',
  reference:
    'https://learn.microsoft.com/en-us/azure/devops/organizations/accounts/use-personal-access-tokens-to-authenticate',
  runbook: 'azure-devops-token',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...marked(alnum(76), 'AZDO', alnum(4)),
    // Zeros stand between the random part and the mark.
    judgesPlaceholders: true,
    check: ({ value }) => (isPlaceholder(value.slice(0, 52)) ? null : { confidence: 'high' }),
    id: 'azure-devops-token',
    title: 'Azure DevOps personal access token',
    opens: 'the repositories, pipelines and packages of the token’s scopes',
    severity: 'MAXIMUM',
  },
  {
    ...common,
    ...named(
      [
        'azure_devops',
        'azuredevops',
        'azure-devops',
        'system_accesstoken',
        'vsts_',
        'vststoken',
        'azdo_',
        'azdo-',
        'azdotoken',
        'azdopat',
        'ado_pat',
        'ado_token',
        'devops_pat',
        'devopspat',
        'personal_access_token',
        'personalaccesstoken',
        'vss_nuget',
        '_pat',
      ],
      lowerBase32(52),
    ),
    id: 'azure-devops-old-token',
    title: 'Azure DevOps personal access token (52 characters)',
    opens: 'the repositories, pipelines and packages of the token’s scopes',
    severity: 'MAXIMUM',
  },
];

export default rules;
