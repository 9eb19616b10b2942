/** Kraken: the private key is 64 bytes in base64, and the key 42; told by the name. */
import type { Rule } from '../rule.js';
import { either } from './_bodies.js';
import { base64, joined, named } from './_shapes.js';

const rule: Rule = {
  ...named(['kraken'], either(joined(base64(86), '=='), base64(56))),
  id: 'kraken-key',
  title: 'Kraken API or private key',
  opens: 'with its key: the balances, and trades or withdrawals, that it was granted',
  severity: 'MAXIMUM',
  version: 1,
  provider: 'Kraken',
  rank: 'vendor',
  reference: 'https://docs.kraken.com/api/docs/guides/spot-rest-auth/',
  runbook: 'kraken-key',
};

export default rule;
