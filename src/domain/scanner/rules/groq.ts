/** Groq: keys of a project, 56 characters behind and with the prefix. */
import type { Rule } from '../rule.js';
import { alnum, prefixed } from './_shapes.js';

const rule: Rule = {
  ...prefixed('gsk_', alnum(52)),
  id: 'groq-key',
  title: 'Groq API key',
  opens: 'paid use of the models of an account',
  severity: 'HIGH',
  version: 1,
  provider: 'Groq',
  rank: 'vendor',
  reference: 'https://console.groq.com/docs/quickstart',
  runbook: 'groq-key',
};

export default rule;
