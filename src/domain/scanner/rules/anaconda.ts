/** Anaconda: tokens are two letters and a UUID, in channel addresses or given to a name. */
import type { Rule } from '../rule.js';
import { isWordy } from './_words.js';
import { none } from './_samples.js';
import { joined, named, uuid } from './_shapes.js';

const token = joined('xy-', uuid);

const anaconda = { ...token, source: `[a-z]{2}-${uuid.source}` };

const common = {
  version: 1,
  provider: 'Anaconda',
  rank: 'vendor',
  reference: 'https://www.anaconda.com/docs/tools/anaconda-org/user-guide/tasks/work-with-accounts',
  runbook: 'anaconda-token',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(['anaconda', 'conda_token', 'binstar', 'conda_upload'], anaconda),
    id: 'anaconda-token',
    title: 'Anaconda.org token',
    opens: 'publishing packages to a channel',
    severity: 'HIGH',
  },
  {
    ...common,
    id: 'anaconda-channel-token',
    title: 'Anaconda.org token in a channel',
    opens: 'the private packages of a channel',
    severity: 'HIGH',
    confidence: 'high',
    boundary: 'anywhere',
    keywords: ['anaconda.org/t/'],
    find: new RegExp(`anaconda\\.org/t/(?<secret>${anaconda.source}|[A-Za-z0-9_-]{20,60})(?![A-Za-z0-9_-])`),
    check: ({ value }) => (isWordy(value) ? null : { confidence: 'high' }),
    matches: () =>
      [1, 2, 3].map((seed) => ({
        text: `- https://conda.anaconda.org/t/${token.make(seed)}/acme\n`,
        value: token.make(seed),
      })),
    ignores: () =>
      none(
        'https://conda.anaconda.org/t/<TOKEN>/acme',
        'https://conda.anaconda.org/t/my-token/acme',
        `https://conda.anaconda.org/t/${'x'.repeat(30)}/a`,
      ),
  },
];

export default rules;
