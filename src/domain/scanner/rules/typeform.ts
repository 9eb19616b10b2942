/** Typeform: personal tokens carry the prefix `tfp_`. */
import type { Rule } from '../rule.js';
import { base64url, prefixed } from './_shapes.js';

const rule: Rule = {
  ...prefixed('tfp_', base64url(40, 64)),
  id: 'typeform-token',
  title: 'Typeform personal access token',
  opens: 'the forms and answers of a person',
  severity: 'HIGH',
  version: 1,
  provider: 'Typeform',
  rank: 'vendor',
  reference: 'https://www.typeform.com/developers/get-started/personal-access-token/',
  runbook: 'typeform-key',
};

export default rule;
