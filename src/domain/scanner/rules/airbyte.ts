/** Airbyte: an application’s client secret has 32 letters and digits, and its tokens are JSON Web Tokens. */
import type { Rule } from '../rule.js';
import { alnum, named } from './_shapes.js';
import { jwtNamed } from './_tokens.js';

const common = {
  version: 1,
  provider: 'Airbyte',
  rank: 'vendor',
  reference: 'https://docs.airbyte.com/platform/using-airbyte/configuring-api-access',
  runbook: 'airbyte-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(['airbyte'], alnum(32)),
    id: 'airbyte-client-secret',
    title: 'Airbyte client secret',
    opens: 'the connections of a workspace, and what they read',
    severity: 'HIGH',
  },
  {
    ...common,
    ...jwtNamed('airbyte'),
    id: 'airbyte-token',
    title: 'Airbyte access token',
    opens: 'the connections of a workspace',
    severity: 'MEDIUM',
  },
];

export default rules;
