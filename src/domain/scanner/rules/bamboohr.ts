/** BambooHR: 40 hexadecimal digits, told by the name. */
import type { Rule } from '../rule.js';
import { lowerHex, named } from './_shapes.js';

const rule: Rule = {
  ...named(['bamboohr', 'bamboo_hr'], lowerHex(40)),
  id: 'bamboohr-key',
  title: 'BambooHR API key',
  opens: 'the records of the people of a company',
  severity: 'MAXIMUM',
  version: 1,
  provider: 'BambooHR',
  rank: 'vendor',
  reference: 'https://documentation.bamboohr.com/docs/getting-started',
  runbook: 'bamboohr-key',
};

export default rule;
