/** Confluent Cloud: 64 characters of base64, in newer ones with the prefix `cflt`; a key id alone is no secret. */
import type { Rule } from '../rule.js';
import { base64, named, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Confluent',
  rank: 'vendor',
  reference:
    'https://docs.confluent.io/cloud/current/security/authenticate/workload-identities/service-accounts/api-keys/overview.html',
  runbook: 'confluent-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('cflt', base64(60)),
    id: 'confluent-secret',
    title: 'Confluent Cloud API secret',
    opens: 'with its key: the topics and clusters it was granted',
    severity: 'MAXIMUM',
  },
  {
    ...common,
    ...named(
      ['confluent', 'ccloud', 'kafka_api', 'kafka-api', 'schema_registry', 'sasl_pass', 'sasl.pass'],
      base64(64),
    ),
    id: 'confluent-legacy-secret',
    title: 'Confluent Cloud API secret (older form)',
    opens: 'with its key: the topics and clusters it was granted',
    severity: 'MAXIMUM',
  },
];

export default rules;
