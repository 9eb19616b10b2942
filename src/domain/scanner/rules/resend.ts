/** Resend: keys are two parts behind two letters. */
import type { Rule } from '../rule.js';
import { alnum, joined, named, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Resend',
  rank: 'vendor',
  reference: 'https://resend.com/docs/dashboard/api-keys/introduction',
  runbook: 'resend-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('re_', joined(alnum(8), '_', alnum(24))),
    id: 'resend-api-key',
    title: 'Resend API key',
    opens: 'sending mail in the owner’s name',
    severity: 'HIGH',
  },
  {
    ...common,
    ...named(['resend_api', 'resendapi', 'resend_key', 'resend-api'], joined('re_', alnum(24, 40))),
    id: 'resend-legacy-key',
    title: 'Resend API key (older form)',
    opens: 'sending mail in the owner’s name',
    severity: 'HIGH',
  },
];

export default rules;
