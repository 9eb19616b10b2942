/** Linear: keys of a person, OAuth tokens and webhook secrets carry prefixes. */
import type { Rule } from '../rule.js';
import { alnum, lowerHex, named, prefixed } from './_shapes.js';

const common = {
  version: 2,
  provider: 'Linear',
  rank: 'vendor',
  reference: 'https://linear.app/developers/graphql',
  runbook: 'linear-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('lin_api_', alnum(40)),
    id: 'linear-key',
    title: 'Linear personal API key',
    opens: 'the issues and projects that a person sees',
    severity: 'HIGH',
  },
  {
    ...common,
    ...prefixed('lin_oauth_', lowerHex(64)),
    id: 'linear-oauth-token',
    title: 'Linear OAuth token',
    opens: 'what a person granted to an application',
    severity: 'HIGH',
  },
  {
    ...common,
    ...prefixed('lin_wh_', alnum(32)),
    id: 'linear-webhook-secret',
    title: 'Linear webhook signing secret',
    opens: 'forging the events that an endpoint trusts',
    severity: 'MEDIUM',
  },
  {
    ...common,
    ...named(['linear_client', 'linear-client', 'linearclient', 'linear_oauth', 'linear_secret'], lowerHex(32)),
    id: 'linear-client-secret',
    title: 'Linear OAuth client secret',
    opens: 'acting as the application towards people who use it',
    severity: 'HIGH',
  },
];

export default rules;
