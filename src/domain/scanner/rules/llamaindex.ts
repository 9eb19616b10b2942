/** LlamaCloud: keys carry the prefix `llx-`. */
import type { Rule } from '../rule.js';
import { alnum, prefixed } from './_shapes.js';

const rule: Rule = {
  ...prefixed('llx-', alnum(40, 64)),
  id: 'llamacloud-key',
  title: 'LlamaCloud API key',
  opens: 'the parsed documents and indexes of a project',
  severity: 'HIGH',
  version: 1,
  provider: 'LlamaIndex',
  rank: 'vendor',
  reference: 'https://docs.cloud.llamaindex.ai/llamacloud/getting_started/api_key',
  runbook: 'llamaindex-key',
};

export default rule;
