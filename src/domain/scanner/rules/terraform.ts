/** HashiCorp: HCP Terraform tokens carry a mark in their middle, Vault’s a prefix with the kind, Consul’s and Nomad’s are UUIDs. */
import type { Rule } from '../rule.js';
import { either } from './_bodies.js';
import { marked } from './_in-context.js';
import { alnum, base64url, joined, named, prefixed, uuid } from './_shapes.js';

const common = {
  version: 1,
  provider: 'HashiCorp',
  rank: 'vendor',
  reference: 'https://developer.hashicorp.com/terraform/cloud-docs/users-teams-organizations/api-tokens',
  runbook: 'hashicorp-token',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...marked(alnum(14), '.atlasv1.', base64url(60, 70)),
    id: 'terraform-api-token',
    title: 'HCP Terraform API token',
    opens: 'workspaces, their state and variables, and runs that change infrastructure',
    severity: 'MAXIMUM',
  },
  {
    ...common,
    ...prefixed(['hvs.', 'hvr.'], either(alnum(24), base64url(60, 400))),
    id: 'vault-token',
    title: 'HashiCorp Vault service or recovery token',
    opens: 'the secrets that the token’s policies allow',
    severity: 'MAXIMUM',
    reference: 'https://developer.hashicorp.com/vault/docs/concepts/tokens',
  },
  {
    ...common,
    ...prefixed('hvb.', base64url(100, 400)),
    id: 'vault-batch-token',
    title: 'HashiCorp Vault batch token',
    opens: 'the secrets that the token’s policies allow, until it expires',
    severity: 'HIGH',
    reference: 'https://developer.hashicorp.com/vault/docs/concepts/tokens',
  },
  {
    ...common,
    ...named(
      ['vault_token', 'vault-token', 'vaulttoken', 'x-vault-token'],
      either(joined('s.', alnum(24)), joined('s.', alnum(24), '.', alnum(5))),
    ),
    id: 'vault-old-token',
    title: 'HashiCorp Vault token (before 1.10)',
    opens: 'the secrets that the token’s policies allow',
    severity: 'MAXIMUM',
    reference: 'https://developer.hashicorp.com/vault/docs/concepts/tokens',
  },
  {
    ...common,
    ...named(['consul_http', 'consul_token', 'consul-token', 'consultoken', 'consul.token', 'consul_acl'], uuid),
    id: 'consul-acl-token',
    title: 'HashiCorp Consul ACL token',
    opens: 'services, keys and policies that the token’s rules allow',
    severity: 'HIGH',
    reference: 'https://developer.hashicorp.com/consul/docs/security/acl/tokens',
  },
  {
    ...common,
    ...named(['nomad_token', 'nomad-token', 'nomadtoken', 'nomad_acl', 'nomad.token'], uuid),
    id: 'nomad-acl-token',
    title: 'HashiCorp Nomad ACL token',
    opens: 'jobs and nodes that the token’s policies allow',
    severity: 'HIGH',
    reference: 'https://developer.hashicorp.com/nomad/docs/secure/acl/tokens',
  },
  {
    ...common,
    ...named(['hcp_client_secret', 'hcpclientsecret', 'hcp-client-secret'], base64url(64)),
    id: 'hcp-client-secret',
    title: 'HashiCorp Cloud Platform client secret',
    opens: 'what the service principal may do in the organisation',
    severity: 'HIGH',
    reference: 'https://developer.hashicorp.com/hcp/docs/hcp/iam/service-principal/key',
  },
];

export default rules;
