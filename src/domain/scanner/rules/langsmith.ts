/** LangSmith: keys of a person (`pt`) and of a service (`sk`) with two hexadecimal parts, and the older `ls__`. */
import type { Rule } from '../rule.js';
import { joined, lowerHex, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'LangSmith',
  rank: 'vendor',
  reference: 'https://docs.langchain.com/langsmith/create-account-api-key',
  runbook: 'langsmith-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed(['lsv2_pt_', 'lsv2_sk_'], joined(lowerHex(32), '_', lowerHex(10))),
    id: 'langsmith-key',
    title: 'LangSmith API key',
    opens: 'the traces, prompts and data sets of a workspace',
    severity: 'HIGH',
  },
  {
    ...common,
    ...prefixed('ls__', lowerHex(32)),
    id: 'langsmith-legacy-key',
    title: 'LangSmith API key (older form)',
    opens: 'the traces, prompts and data sets of a workspace',
    severity: 'HIGH',
  },
];

export default rules;
