/** Serper: 40 hexadecimal digits, told by the name. */
import type { Rule } from '../rule.js';
import { lowerHex, named } from './_shapes.js';

const rule: Rule = {
  ...named(['serper'], lowerHex(40)),
  id: 'serper-key',
  title: 'Serper API key',
  opens: 'the paid searches of an account',
  severity: 'LOW',
  version: 1,
  provider: 'Serper',
  rank: 'vendor',
  reference: 'https://serper.dev/',
  runbook: 'serper-key',
};

export default rule;
