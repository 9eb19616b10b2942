/** Pusher: Channels secrets are twenty hexadecimal digits like the public key beside them; Beams keys are 64. */
import type { Rule } from '../rule.js';
import { hex, lowerHex, named } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Pusher',
  rank: 'vendor',
  reference: 'https://pusher.com/docs/channels/library_auth_reference/rest-api/',
  runbook: 'pusher-secret',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(
      ['pusher_secret', 'pusher_app_secret', 'pushersecret', 'pusherappsecret', 'pusher-secret', 'pusher_app.secret'],
      lowerHex(20),
    ),
    id: 'pusher-channels-secret',
    title: 'Pusher Channels app secret',
    opens: 'publishing and reading on every channel of an app',
    severity: 'HIGH',
  },
  {
    ...common,
    ...named(['pusher', 'beams_secret', 'beamssecret'], {
      ...hex(64),
      source: '[0-9A-F]{64}',
      make: (seed) => hex(64).make(seed).toUpperCase(),
    }),
    id: 'pusher-beams-key',
    title: 'Pusher Beams secret key',
    opens: 'sending notifications to everybody who has an app',
    severity: 'HIGH',
  },
];

export default rules;
