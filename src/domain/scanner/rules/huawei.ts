/** Huawei Cloud: secret keys of 40 characters, and secrets of apps, told by the names they are given to. */
import type { Rule } from '../rule.js';
import { alnum, lowerHex, named } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Huawei Cloud',
  rank: 'vendor',
  reference: 'https://support.huaweicloud.com/intl/en-us/usermanual-ca/ca_01_0003.html',
  runbook: 'huawei-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(
      ['huaweicloud', 'huawei_', 'huawei-', 'hwcloud', 'hw_secret', 'hw_access', 'huaweisecret', 'huaweiaccess'],
      alnum(40),
    ),
    id: 'huawei-secret-access-key',
    title: 'Huawei Cloud secret access key',
    opens: 'everything that the user of the key may do',
    severity: 'MAXIMUM',
  },
  {
    ...common,
    ...named(['huawei', 'hms_client', 'agconnect'], lowerHex(64)),
    id: 'huawei-client-secret',
    title: 'Huawei AppGallery client secret',
    opens: 'publishing and messages of an app',
    severity: 'HIGH',
    reference: 'https://developer.huawei.com/consumer/en/doc/',
  },
];

export default rules;
