/** PostHog: keys name their kind; those for browsers (phc) are public. */
import type { Rule } from '../rule.js';
import { alnum, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'PostHog',
  rank: 'vendor',
  reference: 'https://posthog.com/docs/api',
  runbook: 'posthog-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('phx_', alnum(43, 60)),
    id: 'posthog-personal-key',
    title: 'PostHog personal API key',
    opens: 'projects and their data, as the person who made it',
    severity: 'HIGH',
  },
  {
    ...common,
    ...prefixed('phs_', alnum(43, 60)),
    id: 'posthog-secret-key',
    title: 'PostHog project or feature flags secret key',
    opens: 'the flags and events of a project',
    severity: 'HIGH',
  },
];

export default rules;
