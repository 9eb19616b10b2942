/** Mapbox: secret tokens begin with `sk.`; public ones (`pk.`) are made for browsers. */
import type { Rule } from '../rule.js';
import { base64url, joined, prefixed } from './_shapes.js';

const rule: Rule = {
  ...prefixed(['sk.eyJ1', 'tk.eyJ1'], joined(base64url(40, 200), '.', base64url(22))),
  id: 'mapbox-secret-token',
  title: 'Mapbox secret token',
  opens: 'the maps, uploads and tokens of an account',
  severity: 'HIGH',
  version: 1,
  provider: 'Mapbox',
  rank: 'vendor',
  reference: 'https://docs.mapbox.com/help/getting-started/access-tokens/',
  runbook: 'mapbox-key',
};

export default rule;
