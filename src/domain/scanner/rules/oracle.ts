/** Oracle Cloud: customer secret keys and auth tokens without a prefix, told by the names they are given to. */
import type { Rule } from '../rule.js';
import { keyBytes } from './_bodies.js';
import { ALNUM, random } from './_samples.js';
import { type Body, named } from './_shapes.js';

/** Twenty characters, signs among them. */
const authToken: Body = {
  source: '[0-9A-Za-z.:;_+~#{}()\\[\\]<>!?$-]{20}',
  members: '0-9A-Za-z.:;_+~#!?$-',
  make: (seed) => random(`${ALNUM}:_+~#!`, 20, seed),
  filler: 'x'.repeat(20),
};

const common = {
  version: 1,
  provider: 'Oracle Cloud',
  rank: 'vendor',
  reference: 'https://docs.oracle.com/en-us/iaas/Content/Identity/Tasks/managingcredentials.htm',
  runbook: 'oracle-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(
      ['oci_auth', 'oci-auth', 'ociauth', 'oci_token', 'ocir_', 'oci_registry', 'oci_password', 'oci_pass'],
      authToken,
    ),
    id: 'oracle-auth-token',
    title: 'Oracle Cloud auth token',
    opens: 'registries, repositories and streams of its owner',
    severity: 'HIGH',
  },
  {
    ...common,
    ...named(
      ['oci_secret', 'oci_s3', 'oci_customer', 'oci_access', 'oraclecloud', 'oracle_cloud', 'oci_storage'],
      keyBytes(32),
    ),
    id: 'oracle-customer-secret-key',
    title: 'Oracle Cloud customer secret key',
    opens: 'the buckets of its owner',
    severity: 'HIGH',
  },
];

export default rules;
