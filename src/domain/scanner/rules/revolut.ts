/** Revolut: secret keys of merchants begin with `sk_`, told by the name. */
import type { Rule } from '../rule.js';
import { base64url, joined, named } from './_shapes.js';

const rule: Rule = {
  ...named(['revolut'], joined('sk_', base64url(40, 80))),
  id: 'revolut-secret-key',
  title: 'Revolut merchant secret key',
  opens: 'payments and refunds of a merchant',
  severity: 'MAXIMUM',
  version: 1,
  provider: 'Revolut',
  rank: 'vendor',
  reference: 'https://developer.revolut.com/docs/merchant/merchant-api',
  runbook: 'revolut-secret-key',
};

export default rule;
