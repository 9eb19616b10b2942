/** Worldpay: service keys begin with their kind, told by the name. */
import type { Rule } from '../rule.js';
import { either } from './_bodies.js';
import { joined, named, uuid } from './_shapes.js';

const rule: Rule = {
  ...named(['worldpay'], either(joined('L_S_', uuid), joined('T_S_', uuid))),
  id: 'worldpay-service-key',
  title: 'Worldpay service key',
  opens: 'payments and refunds of a merchant',
  severity: 'HIGH',
  version: 1,
  provider: 'Worldpay',
  rank: 'vendor',
  reference: 'https://developer.worldpay.com/',
  runbook: 'worldpay-service-key',
};

export default rule;
