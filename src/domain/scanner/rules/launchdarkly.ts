/** LaunchDarkly: keys are UUIDs behind their kind; client-side ids are hexadecimal digits and public. */
import type { Rule } from '../rule.js';
import { prefixed, uuid } from './_shapes.js';

const common = {
  version: 1,
  provider: 'LaunchDarkly',
  rank: 'vendor',
  reference: 'https://launchdarkly.com/docs/home/account/environment/keys',
  runbook: 'launchdarkly-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('api-', uuid),
    id: 'launchdarkly-access-token',
    title: 'LaunchDarkly API access token',
    opens: 'flags and settings, with the role it was given',
    severity: 'HIGH',
  },
  {
    ...common,
    ...prefixed('sdk-', uuid),
    id: 'launchdarkly-sdk-key',
    title: 'LaunchDarkly server-side SDK key',
    opens: 'reading all flags and rules of an environment',
    severity: 'MEDIUM',
  },
  {
    ...common,
    ...prefixed('mob-', uuid),
    id: 'launchdarkly-mobile-key',
    title: 'LaunchDarkly mobile key',
    opens: 'reading the flags of an environment; every copy of an app carries it',
    severity: 'LOW',
  },
];

export default rules;
