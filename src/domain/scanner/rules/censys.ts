/** Censys: secrets of 32 letters and digits, and personal tokens behind `censys_`. */
import type { Rule } from '../rule.js';
import { alnum, joined, named, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Censys',
  rank: 'vendor',
  reference: 'https://docs.censys.com/reference/get-started',
  runbook: 'censys-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('censys_', joined(alnum(8), '_', alnum(20, 40))),
    id: 'censys-token',
    title: 'Censys personal access token',
    opens: 'the searches and assets of an organisation',
    severity: 'MEDIUM',
  },
  {
    ...common,
    ...named(['censys'], alnum(32)),
    id: 'censys-secret',
    title: 'Censys API secret (older form)',
    opens: 'the searches and assets of an account',
    severity: 'MEDIUM',
  },
];

export default rules;
