/** Gitter: tokens are forty hexadecimal digits, told by the name they are given to. */
import type { Rule } from '../rule.js';
import { lowerHex, named } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Gitter',
  rank: 'vendor',
  reference: 'https://developer.gitter.im/docs/authentication',
  runbook: 'gitter-token',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(['gitter'], lowerHex(40)),
    id: 'gitter-access-token',
    title: 'Gitter access token',
    opens: 'rooms and messages, as the person it belongs to',
    severity: 'MEDIUM',
  },
];

export default rules;
