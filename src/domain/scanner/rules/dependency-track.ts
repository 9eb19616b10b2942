/** Dependency-Track: API keys behind a prefix, newer ones with a public id in front of the secret. */
import type { Rule } from '../rule.js';
import { either } from './_bodies.js';
import { alnum, joined, prefixed } from './_shapes.js';

const rules: readonly Rule[] = [
  {
    ...prefixed('odt_', either(alnum(32), joined(alnum(8), '_', alnum(32)))),
    id: 'dependency-track-api-key',
    version: 1,
    provider: 'Dependency-Track',
    title: 'Dependency-Track API key',
    opens: 'the components and weaknesses known of an organisation’s code',
    severity: 'MEDIUM',
    rank: 'vendor',
    reference: 'https://docs.dependencytrack.org/integrations/rest-api/',
    runbook: 'dependency-track-key',
  },
];

export default rules;
