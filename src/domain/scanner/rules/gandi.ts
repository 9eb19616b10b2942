/** Gandi: tokens of 40 hexadecimal digits and keys of 24 characters, told by the names they are given to. */
import type { Rule } from '../rule.js';
import { either } from './_bodies.js';
import { alnum, lowerHex, named } from './_shapes.js';

const rules: readonly Rule[] = [
  {
    ...named(['gandi_', 'gandi-', 'gandi.', 'gandiv5', 'gandiapi', 'ganditoken'], either(lowerHex(40), alnum(24))),
    id: 'gandi-token',
    version: 1,
    provider: 'Gandi',
    title: 'Gandi personal access token or API key',
    opens: 'the domains and DNS of an organisation',
    severity: 'HIGH',
    rank: 'vendor',
    reference: 'https://docs.gandi.net/en/managing_an_organization/organizations/personal_access_token.html',
    runbook: 'gandi-token',
  },
];

export default rules;
