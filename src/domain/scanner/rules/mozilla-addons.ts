/** Mozilla Add-ons: API secrets of 64 hexadecimal digits, told by the names they are given to. */
import type { Rule } from '../rule.js';
import { lowerHex, named } from './_shapes.js';

const rules: readonly Rule[] = [
  {
    ...named(['web_ext_api', 'webextapi', 'amo_api', 'amo_jwt', 'amo_secret', 'addons_secret'], lowerHex(64)),
    id: 'mozilla-addons-secret',
    version: 1,
    provider: 'Mozilla Add-ons',
    title: 'Mozilla Add-ons API secret',
    opens: 'publishing extensions',
    severity: 'HIGH',
    rank: 'vendor',
    reference: 'https://mozilla.github.io/addons-server/topics/api/auth.html',
    runbook: 'mozilla-addons-key',
  },
];

export default rules;
