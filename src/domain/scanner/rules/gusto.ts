/** Gusto: 43 characters, told by the name. */
import type { Rule } from '../rule.js';
import { base64url, named } from './_shapes.js';

const rule: Rule = {
  ...named(['gusto_', 'gusto-', 'gustoapi', 'gustoclient', 'gustotoken'], base64url(43)),
  id: 'gusto-token',
  title: 'Gusto client secret or access token',
  opens: 'the payroll of a company',
  severity: 'MAXIMUM',
  version: 1,
  provider: 'Gusto',
  rank: 'vendor',
  reference: 'https://docs.gusto.com/app-integrations/docs/introduction',
  runbook: 'gusto-token',
};

export default rule;
