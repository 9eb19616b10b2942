/** Blockfrost: a project’s id, which is its key, begins with the network. */
import type { Rule } from '../rule.js';
import { alnum, prefixed } from './_shapes.js';

const rule: Rule = {
  ...prefixed(['mainnet', 'preprod', 'preview'], alnum(32), 'medium'),
  id: 'blockfrost-project-id',
  title: 'Blockfrost project id',
  opens: 'the paid requests of a project',
  severity: 'LOW',
  version: 1,
  provider: 'Blockfrost',
  rank: 'vendor',
  reference: 'https://docs.blockfrost.io/',
  runbook: 'blockfrost-key',
};

export default rule;
