/** Loggly: customer tokens are UUIDs, told by the name they are given to or the address they are part of. */
import type { Rule } from '../rule.js';
import { none } from './_samples.js';
import { named, uuid } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Loggly',
  rank: 'vendor',
  reference:
    'https://documentation.solarwinds.com/en/success_center/loggly/content/admin/token-based-api-authentication.htm',
  runbook: 'loggly-token',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(['loggly'], uuid),
    id: 'loggly-customer-token',
    title: 'Loggly customer token',
    opens: 'sending logs to an account',
    severity: 'MEDIUM',
  },
  {
    ...common,
    id: 'loggly-input-address',
    title: 'Loggly customer token in an address',
    opens: 'sending logs to an account',
    severity: 'MEDIUM',
    confidence: 'high',
    boundary: 'anywhere',
    keywords: ['loggly.com/'],
    find: /loggly\.com\/(?:inputs|bulk)\/(?<secret>[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12})(?![0-9A-Za-z_-])/,
    matches: () =>
      ['inputs', 'bulk', 'inputs'].map((kind, seed) => ({
        text: `https://logs-01.loggly.com/${kind}/${uuid.make(seed + 1)}/tag/http/`,
        value: uuid.make(seed + 1),
      })),
    ignores: () =>
      none(
        'https://logs-01.loggly.com/inputs/<token>/',
        `https://logs-01.loggly.com/inputs/${uuid.filler}/`,
        `https://acme.loggly.com/search/${uuid.make(4)}`,
      ),
  },
];

export default rules;
