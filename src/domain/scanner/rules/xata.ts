/** Xata: keys of a person carry the prefix `xau_`. */
import type { Rule } from '../rule.js';
import { alnum, prefixed } from './_shapes.js';

const rule: Rule = {
  ...prefixed('xau_', alnum(32, 48)),
  id: 'xata-key',
  title: 'Xata API key',
  opens: 'the databases of a person',
  severity: 'MAXIMUM',
  version: 1,
  provider: 'Xata',
  rank: 'vendor',
  reference: 'https://xata.io/docs',
  runbook: 'xata-key',
};

export default rule;
