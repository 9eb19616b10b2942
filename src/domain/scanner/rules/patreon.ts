/** Patreon: 43 characters, told by the name. */
import type { Rule } from '../rule.js';
import { base64url, named } from './_shapes.js';

const rule: Rule = {
  ...named(['patreon'], base64url(43)),
  id: 'patreon-token',
  title: 'Patreon access token or client secret',
  opens: 'the members and pledges of a campaign',
  severity: 'HIGH',
  version: 1,
  provider: 'Patreon',
  rank: 'vendor',
  reference: 'https://docs.patreon.com/#oauth',
  runbook: 'patreon-token',
};

export default rule;
