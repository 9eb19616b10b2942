/** Moonshot AI (Kimi): `sk-` and 48 letters and digits, told by the name. */
import type { Rule } from '../rule.js';
import { alnum, joined, named } from './_shapes.js';

const rule: Rule = {
  ...named(['moonshot', 'kimi_api', 'kimi-api'], joined('sk-', alnum(48)), 'high'),
  id: 'moonshot-key',
  title: 'Moonshot AI API key',
  opens: 'paid use of the models of an account',
  severity: 'HIGH',
  version: 1,
  provider: 'Moonshot AI',
  rank: 'vendor',
  reference: 'https://platform.moonshot.ai/docs/introduction',
  runbook: 'moonshot-key',
};

export default rule;
