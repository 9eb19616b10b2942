/** Yandex Cloud: every kind of key and token has its own beginning. */
import type { Rule } from '../rule.js';
import { around, BASE64URL, none, random } from './_samples.js';
import { base64url, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Yandex Cloud',
  rank: 'vendor',
  reference: 'https://yandex.cloud/en/docs/iam/concepts/authorization/',
  runbook: 'yandex-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('AQVN', base64url(35, 38)),
    id: 'yandex-api-key',
    title: 'Yandex Cloud API key',
    opens: 'the services that the service account may use',
    severity: 'HIGH',
  },
  {
    ...common,
    ...prefixed(['YCM', 'YCN', 'YCO', 'YCP'], base64url(37)),
    id: 'yandex-static-key',
    title: 'Yandex Cloud static access key',
    opens: 'the storage that the service account may use',
    severity: 'HIGH',
    reference: 'https://yandex.cloud/en/docs/iam/concepts/authorization/access-key',
  },
  {
    ...common,
    ...prefixed(['y0_A', 'y1_A', 'y2_A', 'y3_A', 'y0__'], base64url(50, 60)),
    id: 'yandex-oauth-token',
    title: 'Yandex OAuth token',
    opens: 'an account, for a year',
    severity: 'MAXIMUM',
    reference: 'https://yandex.cloud/en/docs/iam/concepts/authorization/oauth-token',
  },
  {
    ...common,
    id: 'yandex-iam-token',
    title: 'Yandex Cloud IAM token',
    opens: 'what the account may do, for up to twelve hours',
    severity: 'MEDIUM',
    reference: 'https://yandex.cloud/en/docs/iam/concepts/authorization/iam-token',
    confidence: 'high',
    keywords: ['t1.'],
    find: /t1\.[A-Za-z0-9_-]{20,400}={0,2}\.[A-Za-z0-9_-]{86}={0,2}(?![A-Za-z0-9_=-])/,
    matches: () => around(`t1.9eu${random(BASE64URL, 120, 1)}.${random(BASE64URL, 86, 2)}`),
    ignores: () =>
      none(
        't1.9eu begins a token',
        `t1.9eu${random(BASE64URL, 120)}.${random(BASE64URL, 40)}`,
        `at1.9eu${random(BASE64URL, 120)}.${random(BASE64URL, 86)}`,
      ),
  },
];

export default rules;
