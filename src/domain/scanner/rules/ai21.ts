/** AI21 Labs: 32 letters and digits, or a UUID; told by the name. */
import type { Rule } from '../rule.js';
import { either } from './_bodies.js';
import { alnum, named, uuid } from './_shapes.js';

const rule: Rule = {
  ...named(['ai21'], either(alnum(32), uuid)),
  id: 'ai21-key',
  title: 'AI21 Labs API key',
  opens: 'paid use of the models of an account',
  severity: 'HIGH',
  version: 1,
  provider: 'AI21 Labs',
  rank: 'vendor',
  reference: 'https://docs.ai21.com/docs/quickstart',
  runbook: 'ai21-key',
};

export default rule;
