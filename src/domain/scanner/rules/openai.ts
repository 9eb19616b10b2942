/** OpenAI's keys: of a project, a service account or an administrator, and the older ones of a user. */
import type { Rule } from '../rule.js';
import { ALNUM, around, BASE64URL, none, random } from './_samples.js';

/** Stands in the middle of OpenAI's keys: base64 of "OpenAI". */
const MARK = Buffer.from('OpenAI').toString('base64');

const rule: Rule = {
  id: 'openai-key',
  version: 1,
  provider: 'OpenAI',
  title: 'OpenAI API key',
  opens: 'paid use of the models, files and assistants of a project',
  severity: 'HIGH',
  confidence: 'medium',
  rank: 'vendor',
  keywords: ['sk-'],
  find: [
    /sk-(?:proj|svcacct|admin|None)-[A-Za-z0-9_-]{32,240}(?![A-Za-z0-9_-])/,
    new RegExp(`sk-[A-Za-z0-9]{20}${MARK}[A-Za-z0-9]{20}(?![A-Za-z0-9_-])`),
  ],
  check: ({ value }) => ({ confidence: value.includes(MARK) ? 'high' : 'medium' }),
  reference: 'https://platform.openai.com/docs/api-reference/authentication',
  runbook: 'openai-key',
  matches: () =>
    around(
      `sk-${random(ALNUM, 20, 1)}${MARK}${random(ALNUM, 20, 2)}`,
      `sk-proj-${random(BASE64URL, 74, 3)}${MARK}${random(ALNUM, 74, 4)}`,
      `sk-svcacct-${random(ALNUM, 60, 5)}`,
    ),
  ignores: () =>
    none(
      'sk-proj-your-key-goes-right-here-in-this-place',
      `risk-${random(ALNUM, 48)}`,
      `sk-${random(ALNUM, 20)}`,
      `sk-proj-${'x'.repeat(48)}`,
      'class="sk-circle-fade-dot sk-proj-card"',
    ),
};

export default rule;
