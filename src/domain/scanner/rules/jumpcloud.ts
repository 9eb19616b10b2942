/** JumpCloud: API keys have a prefix since 2024 and were forty hexadecimal digits before. */
import type { Rule } from '../rule.js';
import { alnum, lowerHex, named, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'JumpCloud',
  rank: 'vendor',
  reference: 'https://docs.jumpcloud.com/api/2.0/index.html#section/Authentication',
  runbook: 'jumpcloud-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('jca_', alnum(36)),
    id: 'jumpcloud-api-key',
    title: 'JumpCloud API key',
    opens: 'the people, devices and commands of an organisation',
    severity: 'MAXIMUM',
  },
  {
    ...common,
    ...named(['jumpcloud', 'jump_cloud', 'jc_api'], lowerHex(40)),
    id: 'jumpcloud-legacy-key',
    title: 'JumpCloud API key (older form)',
    opens: 'the people, devices and commands of an organisation',
    severity: 'MAXIMUM',
  },
];

export default rules;
