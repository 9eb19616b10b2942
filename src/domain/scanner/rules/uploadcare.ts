/** Uploadcare: secret keys are 20 hexadecimal digits, told by the name. */
import type { Rule } from '../rule.js';
import { lowerHex, named } from './_shapes.js';

const rule: Rule = {
  ...named(['uploadcare'], lowerHex(20)),
  id: 'uploadcare-secret-key',
  title: 'Uploadcare secret key',
  opens: 'the files of a project',
  severity: 'HIGH',
  version: 1,
  provider: 'Uploadcare',
  rank: 'vendor',
  reference: 'https://uploadcare.com/docs/start/api/',
  runbook: 'uploadcare-secret-key',
};

export default rule;
