/** Zoom: client and app secrets are 32 to 36 letters and digits, told by the names they are given to. */
import type { Rule } from '../rule.js';
import { alnum, named } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Zoom',
  rank: 'vendor',
  reference: 'https://developers.zoom.us/docs/internal-apps/s2s-oauth/',
  runbook: 'zoom-secret',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(
      ['zoom_client', 'zoom_api', 'zoom_secret', 'zoom_sdk', 'zoomclient', 'zoomapi', 'zoomsecret', 'zoom-client'],
      alnum(32, 36),
    ),
    id: 'zoom-client-secret',
    title: 'Zoom client or API secret',
    opens: 'the meetings, recordings and people of an account',
    severity: 'HIGH',
  },
  {
    ...common,
    ...named(['zoom_webhook', 'zoomwebhook', 'zoom-webhook', 'zoom_secret_token'], alnum(22)),
    id: 'zoom-webhook-secret',
    title: 'Zoom webhook secret token',
    opens: 'forging the events that an endpoint trusts',
    severity: 'MEDIUM',
  },
];

export default rules;
