/** Pulumi: access tokens of people, teams and organisations behind one prefix. */
import type { Rule } from '../rule.js';
import { lowerHex, prefixed } from './_shapes.js';

const rules: readonly Rule[] = [
  {
    ...prefixed('pul-', lowerHex(40)),
    id: 'pulumi-access-token',
    version: 1,
    provider: 'Pulumi',
    title: 'Pulumi access token',
    opens: 'stacks, their state and secrets',
    severity: 'MAXIMUM',
    rank: 'vendor',
    reference: 'https://www.pulumi.com/docs/administration/access-identity/access-tokens/',
    runbook: 'pulumi-token',
  },
];

export default rules;
