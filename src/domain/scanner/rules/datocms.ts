/** DatoCMS: thirty hexadecimal digits, told by the name they are given to. */
import type { Rule } from '../rule.js';
import { lowerHex, named } from './_shapes.js';

const rule: Rule = {
  ...named(['datocms', 'dato_cms', 'dato_api', 'dato-cms'], lowerHex(30)),
  id: 'datocms-token',
  title: 'DatoCMS API token',
  opens: 'the content and models of a project',
  severity: 'HIGH',
  version: 1,
  provider: 'DatoCMS',
  rank: 'vendor',
  reference: 'https://www.datocms.com/docs/content-management-api/authentication',
  runbook: 'datocms-key',
};

export default rule;
