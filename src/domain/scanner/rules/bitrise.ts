/** Bitrise: access tokens of 86 characters, told by the names they are given to. */
import type { Rule } from '../rule.js';
import { base64url, named } from './_shapes.js';

const rules: readonly Rule[] = [
  {
    ...named(['bitrise'], base64url(86)),
    id: 'bitrise-access-token',
    version: 1,
    provider: 'Bitrise',
    title: 'Bitrise personal access token',
    opens: 'builds, apps and their secrets',
    severity: 'HIGH',
    rank: 'vendor',
    reference: 'https://devcenter.bitrise.io/en/accounts/personal-access-tokens.html',
    runbook: 'bitrise-token',
  },
];

export default rules;
