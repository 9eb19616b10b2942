/** DingTalk: a robot’s token stands in its address, the secret that signs its messages behind a prefix. */
import type { Rule } from '../rule.js';
import { following } from './_in-context.js';
import { lowerHex, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'DingTalk',
  rank: 'vendor',
  reference: 'https://open.dingtalk.com/document/robots/custom-robot-access',
  runbook: 'dingtalk-webhook',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...following(['/robot/send?access_token='], lowerHex(64)),
    id: 'dingtalk-webhook',
    title: 'DingTalk robot webhook',
    opens: 'posting into a group',
    severity: 'MEDIUM',
  },
  {
    ...common,
    ...prefixed('SEC', lowerHex(64)),
    id: 'dingtalk-robot-secret',
    title: 'DingTalk robot secret',
    opens: 'signing the messages of a robot',
    severity: 'MEDIUM',
  },
];

export default rules;
