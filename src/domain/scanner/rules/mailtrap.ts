/** Mailtrap: 32 hexadecimal digits, told by the name. */
import type { Rule } from '../rule.js';
import { lowerHex, named } from './_shapes.js';

const rule: Rule = {
  ...named(['mailtrap'], lowerHex(32)),
  id: 'mailtrap-token',
  title: 'Mailtrap API token',
  opens: 'sending mail in the owner’s name, and the test inboxes',
  severity: 'HIGH',
  version: 1,
  provider: 'Mailtrap',
  rank: 'vendor',
  reference: 'https://api-docs.mailtrap.io/docs/mailtrap-api-docs/5tjdeg9545058-mailtrap-api',
  runbook: 'mailtrap-token',
};

export default rule;
