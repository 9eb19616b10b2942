/** Zhipu AI (GLM): 32 hexadecimal digits, a dot and sixteen letters and digits; told by the name. */
import type { Rule } from '../rule.js';
import { alnum, joined, lowerHex, named } from './_shapes.js';

const rule: Rule = {
  ...named(['zhipu', 'bigmodel', 'zai_api', 'glm_api', 'chatglm'], joined(lowerHex(32), '.', alnum(16)), 'high'),
  id: 'zhipu-key',
  title: 'Zhipu AI API key',
  opens: 'paid use of the models of an account',
  severity: 'HIGH',
  version: 1,
  provider: 'Zhipu AI',
  rank: 'vendor',
  reference: 'https://docs.bigmodel.cn/cn/guide/start/quick-start',
  runbook: 'zhipu-key',
};

export default rule;
