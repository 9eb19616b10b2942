/** TeamCity: access tokens begin with a header of their own, in base64. */
import type { Rule } from '../rule.js';
import { base64url, joined, prefixed } from './_shapes.js';

const rules: readonly Rule[] = [
  {
    ...prefixed('eyJ0eXAiOiAiVENWMiJ9.', joined(base64url(30, 50), '.', base64url(40, 100))),
    id: 'teamcity-access-token',
    version: 1,
    provider: 'TeamCity',
    title: 'TeamCity access token',
    opens: 'builds and their parameters, as its owner',
    severity: 'HIGH',
    rank: 'vendor',
    reference: 'https://www.jetbrains.com/help/teamcity/configuring-your-user-profile.html',
    runbook: 'teamcity-token',
  },
];

export default rules;
