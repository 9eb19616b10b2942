/** GreyNoise: 64 letters and digits, told by the name. */
import type { Rule } from '../rule.js';
import { alnum, named } from './_shapes.js';

const rule: Rule = {
  ...named(['greynoise'], alnum(64)),
  id: 'greynoise-key',
  title: 'GreyNoise API key',
  opens: 'the paid queries of an account',
  severity: 'LOW',
  version: 1,
  provider: 'GreyNoise',
  rank: 'vendor',
  reference: 'https://docs.greynoise.io/docs/using-the-greynoise-api',
  runbook: 'greynoise-key',
};

export default rule;
