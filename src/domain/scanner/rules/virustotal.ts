/** VirusTotal: 64 hexadecimal digits, as a SHA-256 has; told by the name alone. */
import type { Rule } from '../rule.js';
import { lowerHex, named } from './_shapes.js';

const rule: Rule = {
  ...named(
    [
      'virustotal_api',
      'virustotal-api',
      'virustotalapi',
      'virustotal_key',
      'virustotal_token',
      'virus_total',
      'vt_api',
      'vt-api',
      'vtapi',
      'vt_key',
    ],
    lowerHex(64),
  ),
  id: 'virustotal-key',
  title: 'VirusTotal API key',
  opens: 'the searches and private reports of an account',
  severity: 'MEDIUM',
  version: 1,
  provider: 'VirusTotal',
  rank: 'vendor',
  reference: 'https://docs.virustotal.com/docs/please-give-me-an-api-key',
  runbook: 'virustotal-key',
};

export default rule;
