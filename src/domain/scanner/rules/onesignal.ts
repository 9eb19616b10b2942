/** OneSignal: keys name their scope since 2024; older ones are base64 of a UUID. */
import type { Rule } from '../rule.js';
import { LOWER, random } from './_samples.js';
import { type Body, base64, lowerAlnum, named, prefixed } from './_shapes.js';

/** Base 32 in lower case. */
const key: Body = {
  ...lowerAlnum(103),
  source: '[a-z2-7]{100,106}',
  make: (seed) => random(`${LOWER}234567`, 103, seed),
};
/** Base64 of a hexadecimal digit begins with M, N, O, Y or Z. */
const encoded: Body = {
  ...base64(48),
  source: '[MNOYZ][0-9A-Za-z+/]{47}',
  make: (seed) => `M${base64(47).make(seed)}`,
};

const common = {
  version: 1,
  provider: 'OneSignal',
  rank: 'vendor',
  reference: 'https://documentation.onesignal.com/docs/keys-and-ids',
  runbook: 'onesignal-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('os_v2_app_', key),
    id: 'onesignal-app-key',
    title: 'OneSignal app API key',
    opens: 'sending notifications to everybody who has an app',
    severity: 'HIGH',
  },
  {
    ...common,
    ...prefixed('os_v2_org_', key),
    id: 'onesignal-organization-key',
    title: 'OneSignal organisation API key',
    opens: 'the apps and keys of an organisation',
    severity: 'MAXIMUM',
  },
  {
    ...common,
    ...named(['onesignal', 'one_signal'], encoded),
    id: 'onesignal-legacy-key',
    title: 'OneSignal REST API key (older form)',
    opens: 'sending notifications to everybody who has an app',
    severity: 'HIGH',
  },
];

export default rules;
