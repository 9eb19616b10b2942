/** Salesforce: session ids and access tokens begin with the organisation’s id, told by `00D` and an exclamation mark. */
import type { Rule } from '../rule.js';
import { either } from './_bodies.js';
import { alnum, digits, joined, named, prefixed, upperAlnum } from './_shapes.js';
import { dotted } from './_tokens.js';

const common = {
  version: 1,
  provider: 'Salesforce',
  rank: 'vendor',
  reference: 'https://help.salesforce.com/s/articleView?id=sf.remoteaccess_oauth_tokens_scopes.htm',
  runbook: 'salesforce-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('00D', joined(alnum(12, 15), '!', dotted(60, 140))),
    id: 'salesforce-access-token',
    title: 'Salesforce access token',
    opens: 'the records that a user of an organisation sees',
    severity: 'HIGH',
  },
  {
    ...common,
    ...named(
      ['salesforce', 'sfdc_', 'sfdx_', 'sf_client', 'sf_security', 'sf_consumer'],
      either(upperAlnum(64), alnum(24, 25), digits(18, 19)),
    ),
    id: 'salesforce-secret',
    title: 'Salesforce consumer secret or security token',
    opens: 'with a user’s password, or as a connected app: the records of an organisation',
    severity: 'HIGH',
  },
];

export default rules;
