/** Cursor: 64 hexadecimal digits behind `key_`, and `crsr_` for newer ones. */
import type { Rule } from '../rule.js';
import { lowerHex, prefixed } from './_shapes.js';

const rule: Rule = {
  ...prefixed(['crsr_', 'key_'], lowerHex(64)),
  id: 'cursor-key',
  title: 'Cursor API key',
  opens: 'the agents, members and usage of a team',
  severity: 'HIGH',
  version: 1,
  provider: 'Cursor',
  rank: 'vendor',
  reference: 'https://cursor.com/docs/api',
  runbook: 'cursor-key',
};

export default rule;
