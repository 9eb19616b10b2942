/** Autodesk Platform Services (once Forge): client secrets of sixteen or 64 characters, told by the name. */
import type { Rule } from '../rule.js';
import { either } from './_bodies.js';
import { alnum, named } from './_shapes.js';

const rule: Rule = {
  ...named(['autodesk', 'forge_client', 'forge-client', 'forgeclient', 'aps_client'], either(alnum(64), alnum(16))),
  // Not the end of another word, as in `maps_client`.
  boundary: 'word',
  id: 'autodesk-client-secret',
  title: 'Autodesk client secret',
  opens: 'the models and projects that an application may see',
  severity: 'HIGH',
  version: 1,
  provider: 'Autodesk',
  rank: 'vendor',
  reference: 'https://aps.autodesk.com/en/docs/oauth/v2/developers_guide/overview/',
  runbook: 'autodesk-key',
};

export default rule;
