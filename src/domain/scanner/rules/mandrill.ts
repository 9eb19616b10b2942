/** Mandrill: keys had no prefix until they got one of two letters. */
import type { Rule } from '../rule.js';
import { base64url, named, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Mandrill',
  rank: 'vendor',
  reference: 'https://mailchimp.com/developer/transactional/guides/quick-start/',
  runbook: 'mandrill-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('md-', base64url(22)),
    id: 'mandrill-api-key',
    title: 'Mandrill (Mailchimp Transactional) API key',
    opens: 'sending mail in the owner’s name',
    severity: 'HIGH',
  },
  {
    ...common,
    ...named(['mandrill'], base64url(22)),
    id: 'mandrill-legacy-key',
    title: 'Mandrill API key (older form)',
    opens: 'sending mail in the owner’s name',
    severity: 'HIGH',
  },
];

export default rules;
