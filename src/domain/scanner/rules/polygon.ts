/** Polygon (now Massive): 32 characters, told by the name. */
import type { Rule } from '../rule.js';
import { base64url, named } from './_shapes.js';

const rule: Rule = {
  ...named(['polygon_api', 'polygon-api', 'polygonapi', 'polygon_io', 'polygonio', 'polygon_key'], base64url(32)),
  id: 'polygon-key',
  title: 'Polygon API key',
  opens: 'the paid market data of an account',
  severity: 'LOW',
  version: 1,
  provider: 'Polygon',
  rank: 'vendor',
  reference: 'https://polygon.io/docs/rest/quickstart',
  runbook: 'polygon-key',
};

export default rule;
