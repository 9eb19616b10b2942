/** Supabase: secret keys pass every row-level policy; publishable and `anon` keys are public and no findings. */
import type { Rule } from '../rule.js';
import { base64url, joined, lowerHex, prefixed } from './_shapes.js';
import { jwtClaiming } from './_tokens.js';

const common = {
  version: 2,
  provider: 'Supabase',
  rank: 'vendor',
  reference: 'https://supabase.com/docs/guides/api/api-keys',
  runbook: 'supabase-key',
} as const;

/** Issuer of the keys that every project on a developer's own machine has; they are in the documentation. */
const DEMO = 'supabase-demo';

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('sb_secret_', joined(base64url(22), '_', base64url(8))),
    id: 'supabase-secret-key',
    title: 'Supabase secret key',
    opens: 'all data of a project, past every row-level policy',
    severity: 'MAXIMUM',
  },
  {
    ...common,
    ...jwtClaiming(
      ({ role, iss }) => (role !== 'service_role' ? null : iss === DEMO ? 'low' : 'high'),
      { iss: 'supabase', role: 'service_role' },
      { iss: 'supabase', role: 'anon' },
    ),
    id: 'supabase-service-role-key',
    title: 'Supabase service_role key',
    opens: 'all data of a project, past every row-level policy',
    severity: 'MAXIMUM',
  },
  {
    ...common,
    ...prefixed(['sbp_', 'sbp_oauth_', 'sbp_v0_', 'sbp_fc'], lowerHex(40)),
    id: 'supabase-access-token',
    title: 'Supabase personal access token',
    opens: 'the projects and organisations of a person',
    severity: 'MAXIMUM',
  },
];

export default rules;
