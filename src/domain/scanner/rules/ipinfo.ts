/** IPinfo: fourteen hexadecimal digits, told by the name. */
import type { Rule } from '../rule.js';
import { lowerHex, named } from './_shapes.js';

const rule: Rule = {
  ...named(['ipinfo'], lowerHex(14)),
  id: 'ipinfo-token',
  title: 'IPinfo access token',
  opens: 'the paid look-ups of an account',
  severity: 'LOW',
  version: 1,
  provider: 'IPinfo',
  rank: 'vendor',
  reference: 'https://ipinfo.io/developers',
  runbook: 'ipinfo-key',
};

export default rule;
