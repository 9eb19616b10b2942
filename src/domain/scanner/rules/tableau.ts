/** Tableau: the secret of a personal access token is 16 bytes in base64, a colon, and 32 characters. */
import type { Rule } from '../rule.js';
import { marked } from './_in-context.js';
import { alnum, base64 } from './_shapes.js';

const rule: Rule = {
  ...marked(base64(22), '==:', alnum(32)),
  id: 'tableau-personal-token',
  title: 'Tableau personal access token',
  opens: 'the workbooks and data sources its owner may see',
  severity: 'HIGH',
  version: 1,
  provider: 'Tableau',
  rank: 'vendor',
  reference: 'https://help.tableau.com/current/server/en-us/security_personal_access_tokens.htm',
  runbook: 'tableau-token',
};

export default rule;
