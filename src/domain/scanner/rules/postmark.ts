/** Postmark: server and account tokens are UUIDs, told by the name they are given to. */
import type { Rule } from '../rule.js';
import { named, uuid } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Postmark',
  rank: 'vendor',
  reference: 'https://postmarkapp.com/developer/api/overview#authentication',
  runbook: 'postmark-token',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(['postmark'], uuid),
    id: 'postmark-token',
    title: 'Postmark server or account token',
    opens: 'sending mail in the owner’s name, and what was sent',
    severity: 'HIGH',
  },
];

export default rules;
