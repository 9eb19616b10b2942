/** LiveKit: API secrets have 43 characters or more, told by the name. */
import type { Rule } from '../rule.js';
import { alnum, named } from './_shapes.js';

const rule: Rule = {
  ...named(['livekit'], alnum(32, 50)),
  id: 'livekit-api-secret',
  title: 'LiveKit API secret',
  opens: 'making tokens for every room of a project',
  severity: 'HIGH',
  version: 1,
  provider: 'LiveKit',
  rank: 'vendor',
  reference: 'https://docs.livekit.io/home/get-started/authentication/',
  runbook: 'livekit-api-secret',
};

export default rule;
