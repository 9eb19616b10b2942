/** AbuseIPDB: eighty hexadecimal digits, told by the name. */
import type { Rule } from '../rule.js';
import { lowerHex, named } from './_shapes.js';

const rule: Rule = {
  ...named(['abuseipdb', 'abuse_ipdb', 'abuse-ipdb'], lowerHex(80)),
  id: 'abuseipdb-key',
  title: 'AbuseIPDB API key',
  opens: 'reporting addresses in the name of an account',
  severity: 'LOW',
  version: 1,
  provider: 'AbuseIPDB',
  rank: 'vendor',
  reference: 'https://docs.abuseipdb.com/',
  runbook: 'abuseipdb-key',
};

export default rule;
