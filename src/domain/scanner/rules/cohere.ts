/** Cohere: forty letters and digits without a prefix, told by the names they are given to. */
import type { Rule } from '../rule.js';
import { alnum, named } from './_shapes.js';

const rule: Rule = {
  ...named(['cohere', 'co_api_key'], alnum(40)),
  id: 'cohere-key',
  title: 'Cohere API key',
  opens: 'paid use of the models of an account',
  severity: 'HIGH',
  version: 1,
  provider: 'Cohere',
  rank: 'vendor',
  reference: 'https://docs.cohere.com/docs/rate-limits',
  runbook: 'cohere-key',
};

export default rule;
