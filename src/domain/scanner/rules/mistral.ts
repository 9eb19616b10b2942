/** Mistral AI: 32 letters and digits without a prefix, told by the names they are given to. */
import type { Rule } from '../rule.js';
import { alnum, named } from './_shapes.js';

const rule: Rule = {
  ...named(['mistral', 'codestral'], alnum(32)),
  id: 'mistral-key',
  title: 'Mistral AI API key',
  opens: 'paid use of the models of an account',
  severity: 'HIGH',
  version: 1,
  provider: 'Mistral AI',
  rank: 'vendor',
  reference: 'https://docs.mistral.ai/getting-started/quickstart/',
  runbook: 'mistral-key',
};

export default rule;
