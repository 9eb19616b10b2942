/** PubNub: the secret key of a key set is a UUID in base64 behind `sec-c-`. */
import type { Rule } from '../rule.js';
import { alnum, prefixed } from './_shapes.js';

const rule: Rule = {
  ...prefixed('sec-c-', alnum(40, 80)),
  id: 'pubnub-secret-key',
  title: 'PubNub secret key',
  opens: 'granting and taking the rights of everybody in an app',
  severity: 'HIGH',
  version: 1,
  provider: 'PubNub',
  rank: 'vendor',
  reference: 'https://www.pubnub.com/docs/general/basics/initialize-pubnub',
  runbook: 'pubnub-key',
};

export default rule;
