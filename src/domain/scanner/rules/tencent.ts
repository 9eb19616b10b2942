/** Tencent Cloud: key ids begin with AKID, their secrets have 32 letters and digits. */
import type { Rule } from '../rule.js';
import { alnum, named, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Tencent Cloud',
  rank: 'vendor',
  reference: 'https://www.tencentcloud.com/document/product/598/32675',
  runbook: 'tencent-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('AKID', alnum(32)),
    id: 'tencent-secret-id',
    title: 'Tencent Cloud SecretId',
    opens: 'an account, together with its SecretKey',
    severity: 'HIGH',
  },
  {
    ...common,
    ...named(['tencent', 'qcloud', 'cos_secret', 'cossecret'], alnum(32)),
    id: 'tencent-secret-key',
    title: 'Tencent Cloud SecretKey',
    opens: 'everything that the user or account of the key may do',
    severity: 'MAXIMUM',
  },
];

export default rules;
