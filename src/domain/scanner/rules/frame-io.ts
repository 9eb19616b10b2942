/** Frame.io: developer tokens are 64 characters behind `fio-u-`. */
import type { Rule } from '../rule.js';
import { base64url, prefixed } from './_shapes.js';

const rule: Rule = {
  ...prefixed('fio-u-', base64url(64)),
  id: 'frame-io-token',
  title: 'Frame.io developer token',
  opens: 'the videos and teams its owner may see',
  severity: 'HIGH',
  version: 1,
  provider: 'Frame.io',
  rank: 'vendor',
  reference: 'https://developer.frame.io/docs/getting-started/authentication',
  runbook: 'frame-io-token',
};

export default rule;
