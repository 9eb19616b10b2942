/** fal: a UUID, a colon and 32 hexadecimal digits. */
import type { Rule } from '../rule.js';
import { joined, lowerHex, named, uuid } from './_shapes.js';

const rule: Rule = {
  ...named(['fal_key', 'fal-key', 'falkey', 'fal_api', 'fal_ai'], joined(uuid, ':', lowerHex(32)), 'high'),
  id: 'fal-key',
  title: 'fal API key',
  opens: 'paid image and video generation on an account',
  severity: 'HIGH',
  version: 1,
  provider: 'fal',
  rank: 'vendor',
  reference: 'https://docs.fal.ai/model-apis/authentication',
  runbook: 'fal-key',
};

export default rule;
