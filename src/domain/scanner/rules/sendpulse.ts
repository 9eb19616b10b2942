/** SendPulse: 32 hexadecimal digits, told by the name. */
import type { Rule } from '../rule.js';
import { lowerHex, named } from './_shapes.js';

const rule: Rule = {
  ...named(['sendpulse'], lowerHex(32)),
  id: 'sendpulse-secret',
  title: 'SendPulse API secret',
  opens: 'sending mail in the owner’s name, and their contacts',
  severity: 'HIGH',
  version: 1,
  provider: 'SendPulse',
  rank: 'vendor',
  reference: 'https://sendpulse.com/integrations/api',
  runbook: 'sendpulse-secret',
};

export default rule;
