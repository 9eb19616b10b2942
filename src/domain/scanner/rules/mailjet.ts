/** Mailjet: keys and their secrets are 32 hexadecimal digits, told by the names they are given to. */
import type { Rule } from '../rule.js';
import { lowerHex, named } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Mailjet',
  rank: 'vendor',
  reference: 'https://dev.mailjet.com/email/guides/#authentication',
  runbook: 'mailjet-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(['mailjet', 'mj_apikey', 'mj_api', 'mj_secret'], lowerHex(32)),
    id: 'mailjet-key',
    title: 'Mailjet API key or secret key',
    opens: 'sending mail in the owner’s name, and their contacts',
    severity: 'HIGH',
  },
];

export default rules;
