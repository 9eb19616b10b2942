/** Comet and Opik: 25 letters and digits without a prefix, told by the names they are given to. */
import type { Rule } from '../rule.js';
import { alnum, named } from './_shapes.js';

const rule: Rule = {
  ...named(['comet_api', 'comet-api', 'cometapi', 'comet_ml', 'comet-ml', 'cometml', 'opik_api'], alnum(25)),
  id: 'comet-key',
  title: 'Comet API key',
  opens: 'the experiments and models of a workspace',
  severity: 'HIGH',
  version: 1,
  provider: 'Comet',
  rank: 'vendor',
  reference: 'https://www.comet.com/docs/v2/guides/experiment-management/configure-sdk/',
  runbook: 'comet-key',
};

export default rule;
