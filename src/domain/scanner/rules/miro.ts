/** Miro: access tokens begin with base64 of their region, so every one begins alike. */
import type { Rule } from '../rule.js';
import { alnum, base64url, joined, prefixed } from './_shapes.js';

const rule: Rule = {
  ...prefixed('eyJtaXJvLm9yaWdpbiI6', joined(alnum(6, 20), '_', base64url(24, 32))),
  id: 'miro-token',
  title: 'Miro access token',
  opens: 'the boards that its owner sees',
  severity: 'HIGH',
  version: 1,
  provider: 'Miro',
  rank: 'vendor',
  reference: 'https://developers.miro.com/docs/getting-started-with-oauth',
  runbook: 'miro-key',
};

export default rule;
