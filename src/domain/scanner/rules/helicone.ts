/** Helicone: four groups of seven behind `sk-helicone-`; `pk-` keys only write. */
import type { Rule } from '../rule.js';
import { alnum, joined, prefixed } from './_shapes.js';

const rule: Rule = {
  ...prefixed(['sk-helicone-', 'sk-helicone-eu-'], joined(alnum(7), '-', alnum(7), '-', alnum(7), '-', alnum(7))),
  id: 'helicone-key',
  title: 'Helicone API key',
  opens: 'the logged prompts and answers of an organisation',
  severity: 'HIGH',
  version: 1,
  provider: 'Helicone',
  rank: 'vendor',
  reference: 'https://docs.helicone.ai/helicone-headers/helicone-auth',
  runbook: 'helicone-key',
};

export default rule;
