/** Flagsmith: server-side keys begin with the first letters of the word; those for browsers are public. */
import type { Rule } from '../rule.js';
import { alnum, joined, lowerHex, named, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Flagsmith',
  rank: 'vendor',
  reference: 'https://docs.flagsmith.com/clients/rest',
  runbook: 'flagsmith-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('ser.', alnum(22)),
    id: 'flagsmith-server-key',
    title: 'Flagsmith server-side environment key',
    opens: 'reading all flags and segments of an environment',
    severity: 'MEDIUM',
  },
  {
    ...common,
    ...named(['flagsmith'], joined(alnum(8), '.', alnum(32))),
    id: 'flagsmith-organisation-key',
    title: 'Flagsmith organisation API key',
    opens: 'the flags and projects of an organisation',
    severity: 'HIGH',
  },
  {
    ...common,
    ...named(['flagsmith'], lowerHex(40)),
    id: 'flagsmith-api-token',
    title: 'Flagsmith API token',
    opens: 'flags and projects, as the person who made it',
    severity: 'HIGH',
  },
];

export default rules;
