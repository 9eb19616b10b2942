/** Strapi: API tokens are 256 hexadecimal digits, told by the name. */
import type { Rule } from '../rule.js';
import { lowerHex, named } from './_shapes.js';

const rule: Rule = {
  ...named(['strapi'], lowerHex(256)),
  id: 'strapi-token',
  title: 'Strapi API token',
  opens: 'the content of an instance',
  severity: 'HIGH',
  version: 1,
  provider: 'Strapi',
  rank: 'vendor',
  reference: 'https://docs.strapi.io/cms/features/api-tokens',
  runbook: 'strapi-key',
};

export default rule;
