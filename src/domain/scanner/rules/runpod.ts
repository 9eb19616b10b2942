/** RunPod: keys carry the prefix `rpa_`, capitals and digits behind it. */
import type { Rule } from '../rule.js';
import { alnum, prefixed } from './_shapes.js';

const rule: Rule = {
  ...prefixed('rpa_', alnum(36, 50)),
  id: 'runpod-key',
  title: 'RunPod API key',
  opens: 'the GPUs and volumes of an account, on its bill',
  severity: 'HIGH',
  version: 1,
  provider: 'RunPod',
  rank: 'vendor',
  reference: 'https://docs.runpod.io/get-started/api-keys',
  runbook: 'runpod-key',
};

export default rule;
