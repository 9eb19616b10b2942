/** ClearML: secret keys have 50 characters, told by the name. */
import type { Rule } from '../rule.js';
import { alnum, named } from './_shapes.js';

const rule: Rule = {
  ...named(['clearml'], alnum(40, 64)),
  id: 'clearml-secret-key',
  title: 'ClearML secret key',
  opens: 'the experiments and data of a workspace',
  severity: 'HIGH',
  version: 1,
  provider: 'ClearML',
  rank: 'vendor',
  reference: 'https://clear.ml/docs/latest/docs/configs/clearml_conf',
  runbook: 'clearml-secret-key',
};

export default rule;
