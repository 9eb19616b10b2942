/** CrowdStrike: 40 characters, told by the name. */
import type { Rule } from '../rule.js';
import { alnum, named } from './_shapes.js';

const rule: Rule = {
  ...named(['crowdstrike', 'falcon_client', 'falconclient'], alnum(40)),
  id: 'crowdstrike-client-secret',
  title: 'CrowdStrike Falcon client secret',
  opens: 'the hosts and detections that its scopes allow',
  severity: 'MAXIMUM',
  version: 1,
  provider: 'CrowdStrike',
  rank: 'vendor',
  reference: 'https://falcon.crowdstrike.com/documentation/46/crowdstrike-oauth2-based-apis',
  runbook: 'crowdstrike-client-secret',
};

export default rule;
