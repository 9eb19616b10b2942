/** PagerDuty: REST keys are twenty characters, integration keys 32, both without a prefix. */
import type { Rule } from '../rule.js';
import { base64url, lowerAlnum, named } from './_shapes.js';

const common = {
  version: 1,
  provider: 'PagerDuty',
  rank: 'vendor',
  reference: 'https://developer.pagerduty.com/docs/authentication',
  runbook: 'pagerduty-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(['pagerduty', 'pager_duty', 'pager-duty'], { ...base64url(20), source: '[0-9A-Za-z_+-]{20}' }),
    id: 'pagerduty-api-key',
    title: 'PagerDuty REST API key',
    opens: 'incidents, schedules and people of an account',
    severity: 'HIGH',
  },
  {
    ...common,
    ...named(['pagerduty', 'pager_duty', 'pager-duty'], { ...lowerAlnum(32), source: '(?:[0-9a-z]{32}|[0-9A-Z]{32})' }),
    id: 'pagerduty-integration-key',
    title: 'PagerDuty Events API integration key',
    opens: 'raising and resolving alerts of a service',
    severity: 'MEDIUM',
  },
];

export default rules;
