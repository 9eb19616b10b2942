/** Cerebras: keys of an organisation carry the prefix `csk-`. */
import type { Rule } from '../rule.js';
import { lowerAlnum, prefixed } from './_shapes.js';

const rule: Rule = {
  ...prefixed('csk-', lowerAlnum(48)),
  id: 'cerebras-key',
  title: 'Cerebras API key',
  opens: 'paid use of the models of an account',
  severity: 'HIGH',
  version: 1,
  provider: 'Cerebras',
  rank: 'vendor',
  reference: 'https://inference-docs.cerebras.ai/quickstart',
  runbook: 'cerebras-key',
};

export default rule;
