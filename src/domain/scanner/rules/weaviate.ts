/** Weaviate Cloud: 36 letters and digits, and base64 of a hundred characters in newer ones; told by the name. */
import type { Rule } from '../rule.js';
import { either } from './_bodies.js';
import { alnum, base64, joined, named } from './_shapes.js';

const rule: Rule = {
  ...named(
    ['weaviate', 'wcs_api', 'wcd_api'],
    either(base64(90, 130), joined(base64(90, 130), '=='), joined(base64(90, 130), '='), alnum(36, 40)),
  ),
  id: 'weaviate-key',
  title: 'Weaviate Cloud API key',
  opens: 'the objects and vectors of a cluster',
  severity: 'HIGH',
  version: 1,
  provider: 'Weaviate',
  rank: 'vendor',
  reference: 'https://docs.weaviate.io/cloud/manage-clusters/authentication',
  runbook: 'weaviate-key',
};

export default rule;
