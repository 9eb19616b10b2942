/** Anthropic's API, administration and OAuth keys. */
import type { Rule } from '../rule.js';
import { ALNUM, around, none, random } from './_samples.js';

const rule: Rule = {
  id: 'anthropic-key',
  version: 1,
  provider: 'Anthropic',
  title: 'Anthropic API key',
  opens: 'paid use of the models of an organisation; with an admin key its members and keys',
  severity: 'HIGH',
  confidence: 'high',
  rank: 'vendor',
  keywords: ['sk-ant-'],
  find: /sk-ant-(?:[a-z]{3,8}[0-9]{2}-)?[A-Za-z0-9_-]{32,240}(?![A-Za-z0-9_-])/,
  reference: 'https://platform.claude.com/docs/en/api/overview',
  runbook: 'anthropic-key',
  matches: () => around(`sk-ant-api03-${random(ALNUM, 93, 1)}AA`, `sk-ant-admin01-${random(ALNUM, 93, 2)}AA`),
  ignores: () =>
    none(
      'sk-ant-api03-...',
      'sk-ant-your-key',
      `sk-ant-api03-${'x'.repeat(93)}AA`,
      `task-ant-api03-${random(ALNUM, 20)}`,
      `sk-ant-api03-${random(ALNUM, 10)}`,
    ),
};

export default rule;
