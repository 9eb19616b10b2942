/** PlanetScale: passwords, service tokens and OAuth tokens each carry a prefix that says what they are. */
import type { Rule } from '../rule.js';
import { prefixed } from './_shapes.js';
import { dotted } from './_tokens.js';

const common = {
  version: 1,
  provider: 'PlanetScale',
  rank: 'vendor',
  reference: 'https://planetscale.com/docs/api/reference/service-tokens',
  runbook: 'planetscale-token',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('pscale_tkn_', dotted(32, 64)),
    id: 'planetscale-service-token',
    title: 'PlanetScale service token',
    opens: 'the databases and branches it was granted',
    severity: 'HIGH',
  },
  {
    ...common,
    ...prefixed('pscale_pw_', dotted(32, 64)),
    id: 'planetscale-password',
    title: 'PlanetScale database password',
    opens: 'the data of a database branch',
    severity: 'MAXIMUM',
  },
  {
    ...common,
    ...prefixed('pscale_oauth_', dotted(32, 64)),
    id: 'planetscale-oauth-token',
    title: 'PlanetScale OAuth token',
    opens: 'what a person granted to an application',
    severity: 'HIGH',
  },
];

export default rules;
