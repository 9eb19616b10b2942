/** Apify: tokens of a person or an organisation carry a long prefix. */
import type { Rule } from '../rule.js';
import { alnum, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Apify',
  rank: 'vendor',
  reference: 'https://docs.apify.com/platform/integrations/api',
  runbook: 'apify-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('apify_api_', alnum(36)),
    id: 'apify-token',
    title: 'Apify API token',
    opens: 'the actors, runs and stored data of an account',
    severity: 'HIGH',
  },
  {
    ...common,
    ...prefixed('apify_proxy_', alnum(36)),
    id: 'apify-proxy-password',
    title: 'Apify proxy password',
    opens: 'paid proxy traffic on an account',
    severity: 'MEDIUM',
  },
];

export default rules;
