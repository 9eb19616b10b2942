/** DigitalOcean: API and OAuth tokens since 2022 carry a prefix with their version. */
import type { Rule } from '../rule.js';
import { base64, lowerHex, named, prefixed } from './_shapes.js';

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
    ...named(['spaces_secret', 'spaces-secret', 'do_spaces', 'do-spaces', 'digitalocean_spaces'], base64(43)),
    id: 'digitalocean-spaces-secret',
    title: 'DigitalOcean Spaces secret key',
    opens: 'the buckets that the key may use',
    severity: 'HIGH',
    reference: 'https://docs.digitalocean.com/products/spaces/how-to/manage-access/',
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
