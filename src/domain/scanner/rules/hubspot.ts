/** HubSpot: private app tokens name their data centre; API keys and developer keys were UUIDs. */
import type { Rule } from '../rule.js';
import { named, prefixed, uuid } from './_shapes.js';

const common = {
  version: 1,
  provider: 'HubSpot',
  rank: 'vendor',
  reference: 'https://developers.hubspot.com/docs/guides/apps/authentication/intro-to-auth',
  runbook: 'hubspot-token',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed(['pat-na1-', 'pat-na2-', 'pat-na3-', 'pat-eu1-', 'pat-ap1-'], uuid),
    id: 'hubspot-private-app-token',
    title: 'HubSpot private app access token',
    opens: 'the contacts, deals and settings that its owner picked',
    severity: 'HIGH',
  },
  {
    ...common,
    ...named(['hubspot', 'hapikey', 'hub_spot'], uuid),
    id: 'hubspot-api-key',
    title: 'HubSpot API key or client secret',
    opens: 'the contacts and deals of an account',
    severity: 'HIGH',
  },
];

export default rules;
