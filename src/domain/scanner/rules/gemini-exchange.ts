/** Gemini: keys name their scope, `account-` or `master-`; secrets are told by the name. */
import type { Rule } from '../rule.js';
import { either } from './_bodies.js';
import { alnum, joined, named } from './_shapes.js';

const rule: Rule = {
  ...named(
    ['gemini_api', 'gemini-api', 'geminiapi', 'gemini_secret', 'gemini_exchange'],
    either(alnum(26, 28), joined('account-', alnum(20)), joined('master-', alnum(20))),
  ),
  id: 'gemini-exchange-key',
  title: 'Gemini exchange API key or secret',
  opens: 'with its key: the balances, and trades or withdrawals, that it was granted',
  severity: 'MAXIMUM',
  version: 1,
  provider: 'Gemini exchange',
  rank: 'vendor',
  reference: 'https://docs.gemini.com/authentication/api-key',
  runbook: 'gemini-exchange-key',
};

export default rule;
