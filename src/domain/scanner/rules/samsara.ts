/** Samsara: 30 characters behind `samsara_api_`. */
import type { Rule } from '../rule.js';
import { alnum, prefixed } from './_shapes.js';

const rule: Rule = {
  ...prefixed('samsara_api_', alnum(30)),
  id: 'samsara-token',
  title: 'Samsara API token',
  opens: 'the vehicles, drivers and cameras of a fleet',
  severity: 'HIGH',
  version: 1,
  provider: 'Samsara',
  rank: 'vendor',
  reference: 'https://developers.samsara.com/docs/authentication',
  runbook: 'samsara-token',
};

export default rule;
