/** Crisp: token keys are 64 hexadecimal digits beside an identifier. */
import type { Rule } from '../rule.js';
import { lowerHex, named } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Crisp',
  rank: 'vendor',
  reference: 'https://docs.crisp.chat/guides/rest-api/authentication/',
  runbook: 'crisp-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(
      ['crisp_token', 'crisp_key', 'crisp_api', 'crisp_website', 'crisptoken', 'crispkey', 'crispapi', 'crisp-token'],
      lowerHex(64),
    ),
    id: 'crisp-token-key',
    title: 'Crisp token key',
    opens: 'the conversations and contacts of a website',
    severity: 'HIGH',
  },
];

export default rules;
