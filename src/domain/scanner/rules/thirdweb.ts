/** thirdweb: secret keys have 86 characters, told by the name. */
import type { Rule } from '../rule.js';
import { base64url, named } from './_shapes.js';

const rule: Rule = {
  ...named(['thirdweb'], base64url(86)),
  id: 'thirdweb-secret-key',
  title: 'thirdweb secret key',
  opens: 'the wallets and paid requests of a project',
  severity: 'HIGH',
  version: 1,
  provider: 'thirdweb',
  rank: 'vendor',
  reference: 'https://portal.thirdweb.com/account/api-keys',
  runbook: 'thirdweb-secret-key',
};

export default rule;
