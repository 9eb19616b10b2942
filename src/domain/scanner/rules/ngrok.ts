/** ngrok: tokens and API keys are a time-ordered id and a secret, joined by an underscore. */
import type { Rule } from '../rule.js';
import { none } from './_samples.js';
import { alnum, joined, named } from './_shapes.js';

const token = joined('2', alnum(26), '_', alnum(20, 22));

const common = {
  version: 1,
  provider: 'ngrok',
  rank: 'vendor',
  reference: 'https://ngrok.com/docs/api/',
  runbook: 'ngrok-token',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(['ngrok'], token),
    id: 'ngrok-api-key',
    title: 'ngrok API key',
    opens: 'the endpoints, domains and credentials of an account',
    severity: 'HIGH',
  },
  {
    ...common,
    id: 'ngrok-authtoken',
    title: 'ngrok authtoken',
    opens: 'tunnels in the name of an account',
    severity: 'MEDIUM',
    reference: 'https://ngrok.com/docs/agent/',
    confidence: 'high',
    boundary: 'anywhere',
    keywords: ['authtoken'],
    find: new RegExp(`authtoken["']?[ \\t]{0,4}[=: ,(][ \\t]{0,4}["']?(?<secret>${token.source})(?![A-Za-z0-9_])`, 'i'),
    matches: () =>
      ['ngrok config add-authtoken ', 'authtoken: ', 'NGROK_AUTHTOKEN='].map((before, seed) => ({
        text: `${before}${token.make(seed + 1)}\n`,
        value: token.make(seed + 1),
      })),
    ignores: () =>
      none(
        'authtoken: <token>',
        `authtoken: ${token.make(4).slice(0, 27)}`,
        `authtoken: ${token.make(5)}_x`,
        'authtoken is required',
      ),
  },
];

export default rules;
