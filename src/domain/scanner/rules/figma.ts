/** Figma: personal tokens carry `figd_`, those of OAuth `figu_` and `figo_`. */
import type { Rule } from '../rule.js';
import { base64url, prefixed } from './_shapes.js';

const rule: Rule = {
  ...prefixed(['figd_', 'figu_', 'figur_', 'figo_', 'figoh_'], base64url(38, 48)),
  id: 'figma-token',
  title: 'Figma access token',
  opens: 'the files and comments that a person sees',
  severity: 'HIGH',
  version: 1,
  provider: 'Figma',
  rank: 'vendor',
  reference: 'https://developers.figma.com/docs/rest-api/personal-access-tokens/',
  runbook: 'figma-key',
};

export default rule;
