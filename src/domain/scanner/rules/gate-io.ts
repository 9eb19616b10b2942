/** Gate.io: secrets are 64 hexadecimal digits, told by the name. */
import type { Rule } from '../rule.js';
import { lowerHex, named } from './_shapes.js';

const rule: Rule = {
  ...named(['gateio', 'gate_io', 'gate_api', 'gateapi', 'gate-io'], lowerHex(64)),
  id: 'gate-io-secret',
  title: 'Gate.io API secret',
  opens: 'trading with the account of its owner',
  severity: 'MAXIMUM',
  version: 1,
  provider: 'Gate.io',
  rank: 'vendor',
  reference: 'https://www.gate.com/docs/developers/apiv4/en/#authentication',
  runbook: 'gate-io-secret',
};

export default rule;
