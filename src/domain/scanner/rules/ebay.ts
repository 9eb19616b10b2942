/** eBay: the certificate ID of a key set is its secret, and says whether it is for production. */
import type { Rule } from '../rule.js';
import { joined, lowerHex, prefixed } from './_shapes.js';

const rule: Rule = {
  ...prefixed(
    ['PRD-', 'SBX-'],
    joined(lowerHex(12), '-', lowerHex(4), '-', lowerHex(4), '-', lowerHex(4), '-', lowerHex(4)),
  ),
  id: 'ebay-cert-id',
  title: 'eBay client secret (Cert ID)',
  opens: 'tokens for everybody who trusted an application',
  severity: 'HIGH',
  version: 1,
  provider: 'eBay',
  rank: 'vendor',
  reference: 'https://developer.ebay.com/api-docs/static/creating-edp-account.html',
  runbook: 'ebay-key',
};

export default rule;
