/** Notion: integration tokens carry `ntn_` since September 2024, `secret_` before. */
import type { Rule } from '../rule.js';
import { alnum, digits, joined, prefixed } from './_shapes.js';

const common = {
  version: 2,
  provider: 'Notion',
  rank: 'vendor',
  reference: 'https://developers.notion.com/docs/authorization',
  runbook: 'notion-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('ntn_', joined(digits(11), alnum(35))),
    id: 'notion-token',
    title: 'Notion integration token',
    opens: 'the pages and databases shared with an integration',
    severity: 'HIGH',
  },
  {
    ...common,
    ...prefixed('secret_', alnum(43)),
    id: 'notion-legacy-token',
    title: 'Notion integration token (older form)',
    opens: 'the pages and databases shared with an integration',
    severity: 'HIGH',
  },
];

export default rules;
