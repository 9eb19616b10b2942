/** Hex: keys of 32 hexadecimal digits, told by the names they are given to. */
import type { Rule } from '../rule.js';
import { lowerHex, named } from './_shapes.js';

const rules: readonly Rule[] = [
  {
    ...named(['hex_api_key', 'hex_api', 'hexpm', 'hex_repos_key', 'hex_key', 'hex.pm'], lowerHex(32)),
    id: 'hex-api-key',
    version: 1,
    provider: 'Hex',
    title: 'Hex API key',
    opens: 'publishing packages',
    severity: 'MAXIMUM',
    rank: 'vendor',
    reference: 'https://hex.pm/docs/publish',
    runbook: 'hex-key',
  },
];

export default rules;
