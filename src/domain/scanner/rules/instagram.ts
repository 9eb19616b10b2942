/** Instagram: access tokens begin with `IG` and letters for their kind. */
import type { Rule } from '../rule.js';
import { base64url, prefixed } from './_shapes.js';

const rule: Rule = {
  ...prefixed(['IGQV', 'IGQW', 'IGAA'], base64url(80, 300)),
  id: 'instagram-access-token',
  title: 'Instagram access token',
  opens: 'the media and messages that an account granted',
  severity: 'HIGH',
  version: 1,
  provider: 'Instagram',
  rank: 'vendor',
  reference: 'https://developers.facebook.com/docs/instagram-platform/',
  runbook: 'instagram-key',
};

export default rule;
