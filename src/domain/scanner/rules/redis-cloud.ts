/** Redis Cloud: an account key begins with `A`, a user’s secret key with `S`; both are told by the name. */
import type { Rule } from '../rule.js';
import { either } from './_bodies.js';
import { joined, lowerAlnum, named } from './_shapes.js';

const rule: Rule = {
  ...named(
    ['redis_cloud', 'rediscloud', 'redis-cloud'],
    either(joined('S', lowerAlnum(48, 52)), joined('A', lowerAlnum(48, 52))),
  ),
  id: 'redis-cloud-key',
  title: 'Redis Cloud API key',
  opens: 'the databases of an account',
  severity: 'MAXIMUM',
  version: 1,
  provider: 'Redis Cloud',
  rank: 'vendor',
  reference: 'https://redis.io/docs/latest/operate/rc/api/get-started/manage-api-keys/',
  runbook: 'redis-cloud-key',
};

export default rule;
