/** Webflow: 64 hexadecimal digits, told by the name. */
import type { Rule } from '../rule.js';
import { lowerHex, named } from './_shapes.js';

const rule: Rule = {
  ...named(['webflow'], lowerHex(64)),
  id: 'webflow-token',
  title: 'Webflow API token',
  opens: 'the pages and collections of a site',
  severity: 'HIGH',
  version: 1,
  provider: 'Webflow',
  rank: 'vendor',
  reference: 'https://developers.webflow.com/data/reference/token/authorized-by',
  runbook: 'webflow-token',
};

export default rule;
