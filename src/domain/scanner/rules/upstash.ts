/** Upstash: REST tokens are base64, keys of the developer API UUIDs; QStash tokens are base64 of a user and a password. */
import type { Rule } from '../rule.js';
import { either } from './_bodies.js';
import { base64, joined, named, prefixed, uuid } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Upstash',
  rank: 'vendor',
  reference: 'https://upstash.com/docs/redis/features/restapi',
  runbook: 'upstash-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(['upstash'], either(base64(50, 90), joined(base64(50, 90), '='), joined(base64(50, 90), '=='))),
    id: 'upstash-rest-token',
    title: 'Upstash REST token',
    opens: 'the data of a Redis, vector or search database',
    severity: 'HIGH',
  },
  {
    ...common,
    ...named(['upstash_api', 'upstash-api', 'upstash_email_api'], uuid),
    id: 'upstash-api-key',
    title: 'Upstash developer API key',
    opens: 'the databases of an account',
    severity: 'HIGH',
  },
  {
    ...common,
    ...prefixed('eyJVc2VySUQiOi', either(joined(base64(60, 200), '='), base64(60, 200))),
    id: 'upstash-qstash-token',
    title: 'Upstash QStash token',
    opens: 'publishing and reading the messages of an account',
    severity: 'HIGH',
  },
];

export default rules;
