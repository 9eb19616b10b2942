/** DigitalOcean: API and OAuth tokens since 2022 carry a prefix with their version. */
import type { Rule } from '../rule.js';
import { lowerHex, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'DigitalOcean',
  rank: 'vendor',
  reference: 'https://docs.digitalocean.com/reference/api/create-personal-access-token/',
  runbook: 'digitalocean-token',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('dop_v1_', lowerHex(64)),
    id: 'digitalocean-personal-token',
    title: 'DigitalOcean personal access token',
    opens: 'the droplets, databases, DNS and bills of an account',
    severity: 'MAXIMUM',
  },
  {
    ...common,
    ...prefixed('doo_v1_', lowerHex(64)),
    id: 'digitalocean-oauth-token',
    title: 'DigitalOcean OAuth access token',
    opens: 'what a person granted to an application in their account',
    severity: 'HIGH',
  },
  {
    ...common,
    ...prefixed('dor_v1_', lowerHex(64)),
    id: 'digitalocean-refresh-token',
    title: 'DigitalOcean OAuth refresh token',
    opens: 'new access tokens of an application',
    severity: 'HIGH',
  },
];

export default rules;
