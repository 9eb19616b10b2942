/** Sendbird: 40 hexadecimal digits, told by the name. */
import type { Rule } from '../rule.js';
import { lowerHex, named } from './_shapes.js';

const rule: Rule = {
  ...named(['sendbird'], lowerHex(40)),
  id: 'sendbird-token',
  title: 'Sendbird API token',
  opens: 'the channels, messages and people of an application',
  severity: 'HIGH',
  version: 1,
  provider: 'Sendbird',
  rank: 'vendor',
  reference: 'https://sendbird.com/docs/chat/platform-api/v3/prepare-to-use-api',
  runbook: 'sendbird-token',
};

export default rule;
