/** SendGrid: API keys are three parts joined by dots, the first one SG. */
import type { Rule } from '../rule.js';
import { base64url, joined, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'SendGrid',
  rank: 'vendor',
  reference: 'https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys',
  runbook: 'sendgrid-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('SG.', joined(base64url(22), '.', base64url(43))),
    id: 'sendgrid-api-key',
    title: 'SendGrid API key',
    opens: 'sending mail in the owner’s name, and their contacts',
    severity: 'HIGH',
  },
];

export default rules;
