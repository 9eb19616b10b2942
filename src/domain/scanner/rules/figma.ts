/** Figma: personal tokens carry `figd_`, those of OAuth `figu_` and `figo_`. */
import type { Rule } from '../rule.js';
import { base64url, digits, joined, named, prefixed, uuid } from './_shapes.js';

const common = {
  version: 2,
  provider: 'Figma',
  rank: 'vendor',
  reference: 'https://developers.figma.com/docs/rest-api/personal-access-tokens/',
  runbook: 'figma-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed(['figd_', 'figu_', 'figur_', 'figo_', 'figoh_'], base64url(40)),
    id: 'figma-token',
    title: 'Figma access token',
    opens: 'the files and comments that a person sees',
    severity: 'HIGH',
  },
  {
    ...common,
    ...named(['figma'], joined(digits(4, 8), '-', uuid)),
    id: 'figma-legacy-token',
    title: 'Figma personal access token (older form)',
    opens: 'the files and comments that a person sees',
    severity: 'HIGH',
  },
];

export default rules;
