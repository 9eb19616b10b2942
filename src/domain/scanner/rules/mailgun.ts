/** Mailgun: API keys had a prefix once; those of today are hexadecimal digits in three groups. */
import type { Rule } from '../rule.js';
import { joined, lowerHex, named, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Mailgun',
  rank: 'vendor',
  reference: 'https://documentation.mailgun.com/docs/mailgun/api-reference/mg-auth',
  runbook: 'mailgun-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('key-', lowerHex(32)),
    id: 'mailgun-private-key',
    title: 'Mailgun private API key',
    opens: 'sending mail in the owner’s name, and what was sent',
    severity: 'HIGH',
  },
  {
    ...common,
    ...named(['mailgun', 'mg_api', 'mg_key'], joined(lowerHex(32), '-', lowerHex(8), '-', lowerHex(8)), 'high'),
    id: 'mailgun-api-key',
    title: 'Mailgun API or domain sending key',
    opens: 'sending mail in the owner’s name, and what was sent',
    severity: 'HIGH',
  },
  {
    ...common,
    ...named(['mailgun'], lowerHex(32)),
    id: 'mailgun-signing-key',
    title: 'Mailgun webhook signing key',
    opens: 'forging the events that an endpoint trusts',
    severity: 'MEDIUM',
  },
];

export default rules;
