/** DeepSeek: `sk-` and 32 hexadecimal digits, a form that it shares with Alibaba Cloud Model Studio. */
import type { Rule } from '../rule.js';
import { joined, lowerHex, named, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'DeepSeek',
  rank: 'vendor',
  reference: 'https://api-docs.deepseek.com/',
  runbook: 'deepseek-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(['deepseek', 'deep_seek'], joined('sk-', lowerHex(32)), 'high'),
    id: 'deepseek-key',
    title: 'DeepSeek API key',
    opens: 'paid use of the models of an account',
    severity: 'HIGH',
  },
  {
    ...common,
    ...prefixed('sk-', lowerHex(32), 'medium'),
    id: 'deepseek-or-dashscope-key',
    title: 'API key of DeepSeek or of Alibaba Cloud Model Studio',
    opens: 'paid use of the models of an account',
    severity: 'HIGH',
  },
];

export default rules;
