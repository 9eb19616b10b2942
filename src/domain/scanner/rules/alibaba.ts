/** Alibaba Cloud: key ids begin with LTAI, their secrets have 30 letters and digits. */
import type { Rule } from '../rule.js';
import { either } from './_bodies.js';
import { alnum, named, prefixed } from './_shapes.js';

const common = {
  version: 2,
  provider: 'Alibaba Cloud',
  rank: 'vendor',
  reference: 'https://www.alibabacloud.com/help/en/ram/user-guide/create-an-accesskey-pair',
  runbook: 'alibaba-access-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('LTAI', either(alnum(20), alnum(12))),
    id: 'alibaba-access-key-id',
    title: 'Alibaba Cloud AccessKey id',
    opens: 'an account, together with its secret',
    severity: 'HIGH',
  },
  {
    ...common,
    ...named(
      [
        'aliyun',
        'alibaba',
        'alicloud',
        'aliyuncs',
        'alioss',
        'ali_',
        'accesskeysecret',
        'access_key_secret',
        'access-key-secret',
        'accesskey_secret',
        'oss_secret',
        'oss_key',
        'osskey',
      ],
      alnum(30),
    ),
    id: 'alibaba-access-key-secret',
    title: 'Alibaba Cloud AccessKey secret',
    opens: 'everything that the user or account of the key may do',
    severity: 'MAXIMUM',
  },
];

export default rules;
