/** OKX: secrets are 32 capitals of hexadecimal, and keys UUIDs; told by the name. */
import type { Rule } from '../rule.js';
import { either } from './_bodies.js';
import { hex, named, uuid } from './_shapes.js';

const rule: Rule = {
  ...named(['okx_', 'okx-', 'okxapi', 'okxsecret', 'okex'], either(hex(32), uuid)),
  id: 'okx-key',
  title: 'OKX API key or secret',
  opens: 'with its key: the balances, and trades or withdrawals, that it was granted',
  severity: 'MAXIMUM',
  version: 1,
  provider: 'OKX',
  rank: 'vendor',
  reference: 'https://www.okx.com/docs-v5/en/',
  runbook: 'okx-key',
};

export default rule;
