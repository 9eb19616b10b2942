/** Cartesia: keys carry the prefix `sk_car_`. */
import type { Rule } from '../rule.js';
import { base64url, prefixed } from './_shapes.js';

const rule: Rule = {
  ...prefixed('sk_car_', base64url(18, 48)),
  id: 'cartesia-key',
  title: 'Cartesia API key',
  opens: 'the cloned voices and paid speech of an account',
  severity: 'HIGH',
  version: 1,
  provider: 'Cartesia',
  rank: 'vendor',
  reference: 'https://docs.cartesia.ai/get-started/make-an-api-request',
  runbook: 'cartesia-key',
};

export default rule;
