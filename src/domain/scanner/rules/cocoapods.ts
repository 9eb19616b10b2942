/** CocoaPods: trunk tokens of 32 hexadecimal digits, told by the names they are given to. */
import type { Rule } from '../rule.js';
import { lowerHex, named } from './_shapes.js';

const rules: readonly Rule[] = [
  {
    ...named(['cocoapods'], lowerHex(32)),
    id: 'cocoapods-trunk-token',
    version: 1,
    provider: 'CocoaPods',
    title: 'CocoaPods trunk token',
    opens: 'publishing pods',
    severity: 'HIGH',
    rank: 'vendor',
    reference: 'https://guides.cocoapods.org/making/getting-setup-with-trunk.html',
    runbook: 'cocoapods-token',
  },
];

export default rules;
