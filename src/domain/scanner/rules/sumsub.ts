/** Sumsub: app tokens name their environment; the secrets beside them are 32 letters and digits. */
import type { Rule } from '../rule.js';
import { alnum, joined, named, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Sumsub',
  rank: 'vendor',
  reference: 'https://docs.sumsub.com/reference/authentication',
  runbook: 'sumsub-token',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('prd:', joined(alnum(24), '.', alnum(32))),
    id: 'sumsub-app-token',
    title: 'Sumsub app token',
    opens: 'together with its secret: the identity documents of people',
    severity: 'HIGH',
  },
  {
    ...common,
    ...prefixed('sbx:', joined(alnum(24), '.', alnum(32))),
    id: 'sumsub-sandbox-token',
    title: 'Sumsub sandbox app token',
    opens: 'made-up applicants',
    severity: 'LOW',
  },
  {
    ...common,
    ...named(['sumsub'], alnum(32)),
    id: 'sumsub-secret-key',
    title: 'Sumsub secret key',
    opens: 'together with its app token: the identity documents of people',
    severity: 'MAXIMUM',
  },
];

export default rules;
