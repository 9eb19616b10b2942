/** Pinecone: a prefix, a public label and a secret part; older keys are UUIDs. */
import type { Rule } from '../rule.js';
import { alnum, joined, named, prefixed, uuid } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Pinecone',
  rank: 'vendor',
  reference: 'https://docs.pinecone.io/guides/projects/manage-api-keys',
  runbook: 'pinecone-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('pcsk_', joined(alnum(4, 10), '_', alnum(50, 70))),
    id: 'pinecone-key',
    title: 'Pinecone API key',
    opens: 'the vector indexes of a project',
    severity: 'HIGH',
  },
  {
    ...common,
    ...prefixed('pckey_', joined(alnum(4, 10), '_', alnum(40, 70))),
    id: 'pinecone-labelled-key',
    title: 'Pinecone API key made by the admin API',
    opens: 'the vector indexes of a project',
    severity: 'HIGH',
  },
  {
    ...common,
    ...named(['pinecone'], uuid),
    id: 'pinecone-legacy-key',
    title: 'Pinecone API key (older form)',
    opens: 'the vector indexes of a project',
    severity: 'HIGH',
  },
];

export default rules;
