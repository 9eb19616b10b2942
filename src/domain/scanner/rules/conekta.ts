/** Conekta: 22 characters behind `key_`, told by the name. */
import type { Rule } from '../rule.js';
import { alnum, joined, named } from './_shapes.js';

const rule: Rule = {
  ...named(['conekta'], joined('key_', alnum(20, 24))),
  id: 'conekta-key',
  title: 'Conekta private key',
  opens: 'payments and refunds of a merchant',
  severity: 'HIGH',
  version: 1,
  provider: 'Conekta',
  rank: 'vendor',
  reference: 'https://developers.conekta.com/docs/api-keys',
  runbook: 'conekta-key',
};

export default rule;
