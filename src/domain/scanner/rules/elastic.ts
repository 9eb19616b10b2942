/** Elastic: API keys are base64 of an id and a secret; those of the cloud have a prefix. */
import type { Rule } from '../rule.js';
import { alnum, base64, joined, named, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Elastic',
  rank: 'vendor',
  reference: 'https://www.elastic.co/docs/deploy-manage/api-keys',
  runbook: 'elastic-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('essu_', { ...base64(60), source: '[0-9A-Za-z+/]{50,130}={0,2}' }),
    id: 'elastic-cloud-key',
    title: 'Elastic Cloud API key',
    opens: 'the deployments of an organisation',
    severity: 'MAXIMUM',
  },
  {
    ...common,
    ...named(['elastic', 'es_api', 'esapikey', 'kibana'], joined(base64(58), '==')),
    id: 'elastic-api-key',
    title: 'Elasticsearch API key',
    opens: 'the indices that its owner picked',
    severity: 'HIGH',
  },
  {
    ...common,
    ...named(['elastic_apm_secret', 'elasticapmsecret', 'apm_secret_token', 'apmsecrettoken'], alnum(16, 32)),
    id: 'elastic-apm-secret-token',
    title: 'Elastic APM secret token',
    opens: 'sending traces and errors to a server',
    severity: 'MEDIUM',
  },
];

export default rules;
