/** Qdrant Cloud: JSON Web Tokens with an `access` claim, and in older ones random text of 54 characters. */
import type { Rule } from '../rule.js';
import { base64url, named } from './_shapes.js';
import { jwtNamed } from './_tokens.js';

const common = {
  version: 1,
  provider: 'Qdrant',
  rank: 'vendor',
  reference: 'https://qdrant.tech/documentation/cloud/authentication/',
  runbook: 'qdrant-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...jwtNamed('qdrant'),
    id: 'qdrant-key',
    title: 'Qdrant Cloud API key',
    opens: 'the collections of a cluster',
    severity: 'HIGH',
  },
  {
    ...common,
    ...named(['qdrant'], base64url(50, 60)),
    id: 'qdrant-legacy-key',
    title: 'Qdrant Cloud API key (older form)',
    opens: 'the collections of a cluster',
    severity: 'HIGH',
  },
];

export default rules;
