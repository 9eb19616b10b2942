/** DocuSign: secret keys are UUIDs, as the public integration keys are; only names of secrets count. */
import type { Rule } from '../rule.js';
import { named, uuid } from './_shapes.js';

const rule: Rule = {
  ...named(
    [
      'docusign_secret',
      'docusign-secret',
      'docusignsecret',
      'docusign_client_secret',
      'docusignclientsecret',
      'docusign_api_secret',
    ],
    uuid,
  ),
  id: 'docusign-secret',
  title: 'DocuSign secret key',
  opens: 'acting as the application: reading and sending envelopes',
  severity: 'HIGH',
  version: 1,
  provider: 'DocuSign',
  rank: 'vendor',
  reference: 'https://developers.docusign.com/platform/auth/authcode/',
  runbook: 'docusign-key',
};

export default rule;
