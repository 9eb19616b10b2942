/** ElevenLabs: `sk_` and 48 hexadecimal digits; older keys are 32 of them, in the header `xi-api-key`. */
import type { Rule } from '../rule.js';
import { lowerHex, named, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'ElevenLabs',
  rank: 'vendor',
  reference: 'https://elevenlabs.io/docs/api-reference/authentication',
  runbook: 'elevenlabs-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('sk_', lowerHex(48)),
    id: 'elevenlabs-key',
    title: 'ElevenLabs API key',
    opens: 'the cloned voices and paid speech of an account',
    severity: 'HIGH',
  },
  {
    ...common,
    ...named(['xi-api-key', 'xi_api_key', 'xiapikey', 'elevenlabs', 'eleven_labs', 'eleven_api'], lowerHex(32)),
    id: 'elevenlabs-legacy-key',
    title: 'ElevenLabs API key (older form)',
    opens: 'the cloned voices and paid speech of an account',
    severity: 'HIGH',
  },
];

export default rules;
