/** Neptune: tokens are base64 of JSON that begins with the address of the API. */
import type { Rule } from '../rule.js';
import { base64, prefixed } from './_shapes.js';

const rule: Rule = {
  ...prefixed('eyJhcGlfYWRkcmVzcyI6', base64(60, 400)),
  id: 'neptune-api-token',
  title: 'Neptune API token',
  opens: 'the experiments and models of a workspace',
  severity: 'MEDIUM',
  version: 1,
  provider: 'Neptune',
  rank: 'vendor',
  reference: 'https://docs.neptune.ai/setup/setting_api_token/',
  runbook: 'neptune-token',
};

export default rule;
