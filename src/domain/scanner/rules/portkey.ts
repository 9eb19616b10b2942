/** Portkey: twenty bytes in base64, told by the name; `portkey` alone would be in every `exportKey`. */
import type { Rule } from '../rule.js';
import { either } from './_bodies.js';
import { base64, joined, named } from './_shapes.js';

const rule: Rule = {
  ...named(['portkey_', 'portkey-', 'portkeyapi'], either(joined(base64(27), '='), base64(27, 28))),
  id: 'portkey-key',
  title: 'Portkey API key',
  opens: 'the models, logs and stored vendor keys of a workspace',
  severity: 'HIGH',
  version: 1,
  provider: 'Portkey',
  rank: 'vendor',
  reference: 'https://portkey.ai/docs/api-reference/inference-api/authentication',
  runbook: 'portkey-key',
};

export default rule;
