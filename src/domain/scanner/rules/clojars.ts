/** Clojars: deploy tokens behind a prefix. */
import type { Rule } from '../rule.js';
import { lowerHex, prefixed } from './_shapes.js';

const rules: readonly Rule[] = [
  {
    ...prefixed('CLOJARS_', lowerHex(60)),
    id: 'clojars-deploy-token',
    version: 1,
    provider: 'Clojars',
    title: 'Clojars deploy token',
    opens: 'publishing the artifacts that the token names',
    severity: 'HIGH',
    rank: 'vendor',
    reference: 'https://github.com/clojars/clojars-web/wiki/Deploy-Tokens',
    runbook: 'clojars-token',
  },
];

export default rules;
