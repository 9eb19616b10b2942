/** Elastic Email: 96 hexadecimal digits in upper case, told by the name. */
import type { Rule } from '../rule.js';
import { hex, named } from './_shapes.js';

const rule: Rule = {
  ...named(['elasticemail', 'elastic_email', 'elastic-email'], hex(96)),
  id: 'elastic-email-key',
  title: 'Elastic Email API key',
  opens: 'sending mail in the owner’s name, and their contacts',
  severity: 'HIGH',
  version: 1,
  provider: 'Elastic Email',
  rank: 'vendor',
  reference: 'https://elasticemail.com/developers/api-documentation/rest-api',
  runbook: 'elastic-email-key',
};

export default rule;
