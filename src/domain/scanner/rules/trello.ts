/** Trello: tokens begin with `ATTA`, and older ones are 64 hexadecimal digits; the key beside them is public. */
import type { Rule } from '../rule.js';
import { either } from './_bodies.js';
import { hex, lowerHex, named, prefixed } from './_shapes.js';

const common = {
  version: 2,
  provider: 'Trello',
  rank: 'vendor',
  reference: 'https://developer.atlassian.com/cloud/trello/guides/rest-api/authorization/',
  runbook: 'trello-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('ATTA', hex(72)),
    id: 'trello-token',
    title: 'Trello API token',
    opens: 'the boards that a person sees',
    severity: 'HIGH',
  },
  {
    ...common,
    ...named(['trello'], either(lowerHex(64), lowerHex(32))),
    id: 'trello-legacy-token',
    title: 'Trello API token or secret (older form)',
    opens: 'the boards that a person sees',
    severity: 'HIGH',
  },
];

export default rules;
