/** OpenRouter: a prefix with the version, then 64 hexadecimal digits; GitHub tells OpenRouter of leaked ones. */
import type { Rule } from '../rule.js';
import { lowerHex, prefixed } from './_shapes.js';

const rule: Rule = {
  ...prefixed('sk-or-v1-', lowerHex(64)),
  id: 'openrouter-key',
  title: 'OpenRouter API key',
  opens: 'paid use of models of every vendor on an account',
  severity: 'HIGH',
  version: 1,
  provider: 'OpenRouter',
  rank: 'vendor',
  reference: 'https://openrouter.ai/docs/api-reference/authentication',
  runbook: 'openrouter-key',
};

export default rule;
