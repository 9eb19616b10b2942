/** Baidu AI Cloud: key pairs of 32 hexadecimal digits, and newer API keys that name their version and key id. */
import type { Rule } from '../rule.js';
import { either } from './_bodies.js';
import { alnum, joined, lowerHex, named, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Baidu AI Cloud',
  rank: 'vendor',
  reference: 'https://intl.cloud.baidu.com/doc/Reference/s/jjwvz2e3p-en',
  runbook: 'baidu-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('bce-v3/', joined('ALTAK-', alnum(21), '/', lowerHex(40))),
    id: 'baidu-api-key',
    title: 'Baidu AI Cloud API key',
    opens: 'the models and services of an account',
    severity: 'HIGH',
  },
  {
    ...common,
    ...named(['baidu', 'baidubce', 'bce_', 'bce-', 'qianfan'], either(lowerHex(32), alnum(32))),
    id: 'baidu-secret-key',
    title: 'Baidu AI Cloud secret key',
    opens: 'the services of an account',
    severity: 'HIGH',
  },
];

export default rules;
