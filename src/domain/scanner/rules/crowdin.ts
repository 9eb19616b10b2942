/** Crowdin: 80 hexadecimal digits, told by the name. */
import type { Rule } from '../rule.js';
import { lowerHex, named } from './_shapes.js';

const rule: Rule = {
  ...named(['crowdin'], lowerHex(80)),
  id: 'crowdin-token',
  title: 'Crowdin personal access token',
  opens: 'the translations its owner may change',
  severity: 'MEDIUM',
  version: 1,
  provider: 'Crowdin',
  rank: 'vendor',
  reference: 'https://support.crowdin.com/account-settings/#api',
  runbook: 'crowdin-token',
};

export default rule;
