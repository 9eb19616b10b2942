/** Typeform: personal tokens carry the prefix `tfp_`. */
import type { Rule } from '../rule.js';
import { prefixed } from './_shapes.js';
import { dotted } from './_tokens.js';

const rule: Rule = {
  ...prefixed('tfp_', dotted(59)),
  id: 'typeform-token',
  title: 'Typeform personal access token',
  opens: 'the forms and answers of a person',
  severity: 'HIGH',
  version: 2,
  provider: 'Typeform',
  rank: 'vendor',
  reference: 'https://www.typeform.com/developers/get-started/personal-access-token/',
  runbook: 'typeform-key',
};

export default rule;
