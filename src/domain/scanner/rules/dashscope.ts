/** Alibaba Cloud Model Studio (DashScope, Qwen): `sk-` and 32 hexadecimal digits. */
import type { Rule } from '../rule.js';
import { joined, lowerHex, named } from './_shapes.js';

const rule: Rule = {
  ...named(['dashscope', 'qwen_api', 'bailian'], joined('sk-', lowerHex(32)), 'high'),
  id: 'dashscope-key',
  title: 'Alibaba Cloud Model Studio API key',
  opens: 'paid use of the models of an account',
  severity: 'HIGH',
  version: 1,
  provider: 'Alibaba Cloud Model Studio',
  rank: 'vendor',
  reference: 'https://www.alibabacloud.com/help/en/model-studio/get-api-key',
  runbook: 'dashscope-key',
};

export default rule;
