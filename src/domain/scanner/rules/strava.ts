/** Strava: client secrets and tokens are forty hexadecimal digits, told by the name. */
import type { Rule } from '../rule.js';
import { lowerHex, named } from './_shapes.js';

const rule: Rule = {
  ...named(['strava'], lowerHex(40)),
  id: 'strava-secret',
  title: 'Strava client secret or token',
  opens: 'the activities that people granted',
  severity: 'MEDIUM',
  version: 1,
  provider: 'Strava',
  rank: 'vendor',
  reference: 'https://developers.strava.com/docs/authentication/',
  runbook: 'strava-key',
};

export default rule;
