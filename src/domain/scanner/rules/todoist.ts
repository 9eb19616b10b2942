/** Todoist: forty hexadecimal digits, told by the name they are given to. */
import type { Rule } from '../rule.js';
import { lowerHex, named } from './_shapes.js';

const rule: Rule = {
  ...named(['todoist'], lowerHex(40)),
  id: 'todoist-token',
  title: 'Todoist API token',
  opens: 'the tasks of a person',
  severity: 'MEDIUM',
  version: 1,
  provider: 'Todoist',
  rank: 'vendor',
  reference: 'https://developer.todoist.com/api/v1/',
  runbook: 'todoist-key',
};

export default rule;
