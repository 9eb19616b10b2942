/** Private Packagist: the prefix names the kind, and eight hexadecimal digits of a checksum end each. */
import type { Rule } from '../rule.js';
import { either } from './_bodies.js';
import { base64url, lowerAlnum, lowerHex, named, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Packagist',
  rank: 'vendor',
  reference: 'https://packagist.com/docs/api/api-authentication',
  runbook: 'packagist-token',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed(['packagist_ack_', 'packagist_acs_'], lowerHex(28, 80)),
    id: 'packagist-api-credential',
    title: 'Private Packagist API key or secret',
    opens: 'the packages and people of an organisation',
    severity: 'HIGH',
  },
  {
    ...common,
    ...prefixed(['packagist_uut_', 'packagist_ort_', 'packagist_out_'], lowerHex(68)),
    id: 'packagist-auth-token',
    title: 'Private Packagist authentication token',
    opens: 'the private packages of an organisation',
    severity: 'HIGH',
    reference: 'https://packagist.com/docs/composer-authentication',
  },
  {
    ...common,
    ...named(['packagist'], either(lowerAlnum(20), base64url(20))),
    id: 'packagist-api-token',
    title: 'Packagist API token',
    opens: 'publishing and updating packages',
    severity: 'HIGH',
    reference: 'https://packagist.org/apidoc',
  },
];

export default rules;
