/** Lob: keys are 35 hexadecimal digits behind their mode; publishable ones have pub between. */
import type { Rule } from '../rule.js';
import { joined, lowerHex, named, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Lob',
  rank: 'vendor',
  reference: 'https://docs.lob.com/#tag/Authentication',
  runbook: 'lob-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('live_', lowerHex(35)),
    id: 'lob-live-key',
    title: 'Lob live secret key',
    opens: 'sending letters and cheques at the owner’s cost',
    severity: 'HIGH',
  },
  {
    ...common,
    ...named(['lob_api', 'lob_key', 'lob_test', 'lob_secret', 'lobapi', 'lob-api'], joined('test_', lowerHex(35))),
    id: 'lob-test-key',
    title: 'Lob test secret key',
    opens: 'test letters and addresses',
    severity: 'LOW',
  },
];

export default rules;
