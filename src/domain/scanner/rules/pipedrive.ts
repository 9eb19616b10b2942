/** Pipedrive: 40 hexadecimal digits, told by the name. */
import type { Rule } from '../rule.js';
import { lowerHex, named } from './_shapes.js';

const rule: Rule = {
  ...named(['pipedrive'], lowerHex(40)),
  id: 'pipedrive-token',
  title: 'Pipedrive API token',
  opens: 'the deals and people its owner may see',
  severity: 'HIGH',
  version: 1,
  provider: 'Pipedrive',
  rank: 'vendor',
  reference: 'https://pipedrive.readme.io/docs/core-api-concepts-authentication',
  runbook: 'pipedrive-token',
};

export default rule;
