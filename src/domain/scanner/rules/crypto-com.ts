/** Crypto.com: secrets of the exchange carry the prefix `cxakp_`. */
import type { Rule } from '../rule.js';
import { alnum, named, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Crypto.com',
  rank: 'vendor',
  reference: 'https://exchange-docs.crypto.com/exchange/v1/rest-ws/index.html',
  runbook: 'crypto-com-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('cxakp_', alnum(20, 24)),
    id: 'crypto-com-secret',
    title: 'Crypto.com Exchange API secret',
    opens: 'with its key: the balances, and trades or withdrawals, that it was granted',
    severity: 'MAXIMUM',
  },
  {
    ...common,
    ...named(['crypto_com', 'cryptocom', 'crypto-com', 'crypto.com'], alnum(22)),
    id: 'crypto-com-key',
    title: 'Crypto.com Exchange API key',
    opens: 'with its key: the balances, and trades or withdrawals, that it was granted',
    severity: 'HIGH',
  },
];

export default rules;
