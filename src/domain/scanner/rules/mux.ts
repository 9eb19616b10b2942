/** Mux: the secret of an access token has 75 characters, told by the name. */
import type { Rule } from '../rule.js';
import { base64, named } from './_shapes.js';

const rule: Rule = {
  ...named(['mux_token', 'mux_secret', 'muxtoken', 'muxsecret', 'mux-token'], base64(75)),
  id: 'mux-token-secret',
  title: 'Mux access token secret',
  opens: 'the videos and streams of an environment',
  severity: 'HIGH',
  version: 1,
  provider: 'Mux',
  rank: 'vendor',
  reference: 'https://www.mux.com/docs/core/make-api-requests',
  runbook: 'mux-token-secret',
};

export default rule;
