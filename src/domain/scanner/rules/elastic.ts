/** Elastic: API keys are base64 of an id and a secret with a colon between; those of Elastic Cloud carry `essu_`. */
import type { Rule } from '../rule.js';
import { either } from './_bodies.js';
import { base64, joined, named, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Elastic',
  rank: 'vendor',
  reference: 'https://www.elastic.co/docs/deploy-manage/api-keys/elasticsearch-api-keys',
  runbook: 'elastic-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('essu_', either(joined(base64(60, 120), '=='), joined(base64(60, 120), '='), base64(60, 120))),
    id: 'elastic-cloud-key',
    title: 'Elastic Cloud API key',
    opens: 'the deployments of an organisation',
    severity: 'MAXIMUM',
  },
  {
    ...common,
    ...named(['elastic', 'es_api_key', 'kibana'], joined(base64(58), '==')),
    id: 'elasticsearch-key',
    title: 'Elasticsearch API key',
    opens: 'the indexes it was granted',
    severity: 'HIGH',
  },
];

export default rules;
