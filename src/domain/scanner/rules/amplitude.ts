/** Amplitude: API keys are public; the secret keys beside them look the same. */
import type { Rule } from '../rule.js';
import { lowerHex, named } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Amplitude',
  rank: 'vendor',
  reference: 'https://amplitude.com/docs/apis/authentication',
  runbook: 'amplitude-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(
      ['amplitude_secret', 'amplitudesecret', 'amplitude_api_secret', 'amplitude-secret', 'amplitude.secret'],
      lowerHex(32),
    ),
    id: 'amplitude-secret-key',
    title: 'Amplitude secret key',
    opens: 'the events and people of a project',
    severity: 'HIGH',
  },
];

export default rules;
