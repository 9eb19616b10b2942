/** Snapchat: client secrets are 20 hexadecimal digits, told by the name. */
import type { Rule } from '../rule.js';
import { lowerHex, named } from './_shapes.js';

const rule: Rule = {
  ...named(['snapchat', 'snap_client'], lowerHex(20)),
  id: 'snapchat-client-secret',
  title: 'Snapchat client secret',
  opens: 'tokens for everybody who trusted an application',
  severity: 'HIGH',
  version: 1,
  provider: 'Snapchat',
  rank: 'vendor',
  reference: 'https://developers.snap.com/api/marketing-api/Ads-API/authentication',
  runbook: 'snapchat-client-secret',
};

export default rule;
