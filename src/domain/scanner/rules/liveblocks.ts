/** Liveblocks: secret keys say in their prefix whether they are for production. */
import type { Rule } from '../rule.js';
import { base64url, prefixed } from './_shapes.js';

const rule: Rule = {
  ...prefixed(['sk_prod_', 'sk_dev_'], base64url(60, 70)),
  id: 'liveblocks-secret-key',
  title: 'Liveblocks secret key',
  opens: 'the rooms of a project, and acting as anybody in them',
  severity: 'HIGH',
  version: 1,
  provider: 'Liveblocks',
  rank: 'vendor',
  reference: 'https://liveblocks.io/docs/authentication',
  runbook: 'liveblocks-key',
};

export default rule;
