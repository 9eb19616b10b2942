/** Mixpanel: project tokens are public; API secrets and service account secrets are not. */
import type { Rule } from '../rule.js';
import { alnum, lowerHex, named } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Mixpanel',
  rank: 'vendor',
  reference: 'https://developer.mixpanel.com/reference/authentication',
  runbook: 'mixpanel-secret',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(
      [
        'mixpanel_secret',
        'mixpanel_api_secret',
        'mixpanelsecret',
        'mixpanelapisecret',
        'mixpanel-secret',
        'mixpanel-api-secret',
      ],
      lowerHex(32),
    ),
    id: 'mixpanel-api-secret',
    title: 'Mixpanel project API secret',
    opens: 'the events and people of a project',
    severity: 'HIGH',
  },
  {
    ...common,
    ...named(['mixpanel_service', 'mixpanel_secret', 'mixpanelservice', 'mixpanel-service'], alnum(32)),
    id: 'mixpanel-service-account-secret',
    title: 'Mixpanel service account secret',
    opens: 'the projects that a service account was given',
    severity: 'HIGH',
  },
];

export default rules;
