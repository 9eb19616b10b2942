/** Brevo: API and SMTP keys keep the prefixes of the vendor’s former name, Sendinblue. */
import type { Rule } from '../rule.js';
import { alnum, joined, lowerHex, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Brevo',
  rank: 'vendor',
  reference: 'https://developers.brevo.com/docs/getting-started',
  runbook: 'brevo-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('xkeysib-', joined(lowerHex(64), '-', alnum(16))),
    id: 'brevo-api-key',
    title: 'Brevo API key',
    opens: 'sending mail and messages in the owner’s name, and their contacts',
    severity: 'HIGH',
  },
  {
    ...common,
    ...prefixed('xsmtpsib-', joined(lowerHex(64), '-', alnum(16))),
    id: 'brevo-smtp-key',
    title: 'Brevo SMTP key',
    opens: 'sending mail in the owner’s name',
    severity: 'HIGH',
  },
];

export default rules;
