/** Semgrep: tokens of 64 hexadecimal digits, told by the names they are given to. */
import type { Rule } from '../rule.js';
import { lowerHex, named } from './_shapes.js';

const rules: readonly Rule[] = [
  {
    ...named(['semgrep'], lowerHex(64)),
    id: 'semgrep-app-token',
    version: 1,
    provider: 'Semgrep',
    title: 'Semgrep AppSec Platform token',
    opens: 'the findings known of an organisation’s code',
    severity: 'HIGH',
    rank: 'vendor',
    reference: 'https://semgrep.dev/docs/semgrep-ci/',
    runbook: 'semgrep-token',
  },
];

export default rules;
