/** Hetzner: API tokens of 64 letters and digits, told by the names they are given to. */
import type { Rule } from '../rule.js';
import { alnum, named } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Hetzner',
  rank: 'vendor',
  reference: 'https://docs.hetzner.com/cloud/api/getting-started/generating-api-token/',
  runbook: 'hetzner-token',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(['hcloud', 'hetzner'], alnum(64)),
    id: 'hetzner-api-token',
    title: 'Hetzner Cloud API token',
    opens: 'the servers, volumes and networks of a project',
    severity: 'MAXIMUM',
  },
  {
    ...common,
    ...named(['hetzner', 'hetzner_dns', 'hdns'], alnum(32)),
    id: 'hetzner-dns-token',
    title: 'Hetzner DNS API token',
    opens: 'the DNS zones of an account',
    severity: 'HIGH',
    reference: 'https://dns.hetzner.com/api-docs',
  },
];

export default rules;
