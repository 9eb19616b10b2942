/** Phrase: 64 hexadecimal digits, told by the name. */
import type { Rule } from '../rule.js';
import { lowerHex, named } from './_shapes.js';

const rule: Rule = {
  ...named(['phrase_access', 'phraseapp', 'phrase_api', 'phraseaccess', 'phraseapi'], lowerHex(64)),
  id: 'phrase-token',
  title: 'Phrase access token',
  opens: 'the translations its owner may change',
  severity: 'MEDIUM',
  version: 1,
  provider: 'Phrase',
  rank: 'vendor',
  reference: 'https://developers.phrase.com/en/api/strings/authentication',
  runbook: 'phrase-token',
};

export default rule;
