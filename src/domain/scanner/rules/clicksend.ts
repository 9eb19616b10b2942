/** ClickSend: keys are UUIDs in upper case, told by the name. */
import type { Rule } from '../rule.js';
import { named, uuid } from './_shapes.js';

const rule: Rule = {
  ...named(['clicksend'], uuid),
  id: 'clicksend-key',
  title: 'ClickSend API key',
  opens: 'messages at the cost of an account',
  severity: 'HIGH',
  version: 1,
  provider: 'ClickSend',
  rank: 'vendor',
  reference: 'https://developers.clicksend.com/docs/#authentication',
  runbook: 'clicksend-key',
};

export default rule;
