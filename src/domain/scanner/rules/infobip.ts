/** Infobip: 32 hexadecimal digits and a UUID, told by the name. */
import type { Rule } from '../rule.js';
import { joined, lowerHex, named, uuid } from './_shapes.js';

const rule: Rule = {
  ...named(['infobip'], joined(lowerHex(32), '-', uuid)),
  id: 'infobip-key',
  title: 'Infobip API key',
  opens: 'sending messages at the cost of an account',
  severity: 'HIGH',
  version: 1,
  provider: 'Infobip',
  rank: 'vendor',
  reference: 'https://www.infobip.com/docs/essentials/api-essentials/api-authentication',
  runbook: 'infobip-key',
};

export default rule;
