/** WireGuard: private keys are 32 bytes in base64, told by the name. */
import type { Rule } from '../rule.js';
import { keyBytes } from './_bodies.js';
import { named } from './_shapes.js';

const rule: Rule = {
  ...named(['wireguard', 'wg_private', 'wg-private'], keyBytes(32)),
  id: 'wireguard-private-key',
  title: 'WireGuard private key',
  opens: 'a private network, as the peer it belongs to',
  severity: 'HIGH',
  version: 1,
  provider: 'WireGuard',
  rank: 'vendor',
  reference: 'https://www.wireguard.com/quickstart/',
  runbook: 'wireguard-private-key',
};

export default rule;
