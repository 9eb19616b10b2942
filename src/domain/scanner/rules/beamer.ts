/** Beamer: keys begin with the letter b, too little to tell them without the vendor’s name. */
import type { Rule } from '../rule.js';
import { base64url, joined, named } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Beamer',
  rank: 'vendor',
  reference: 'https://www.getbeamer.com/api',
  runbook: 'beamer-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(['beamer'], joined('b_', { ...base64url(44), source: '[0-9A-Za-z_+/-]{43,44}=?' })),
    id: 'beamer-api-key',
    title: 'Beamer API key',
    opens: 'posts and subscribers of a product',
    severity: 'MEDIUM',
  },
];

export default rules;
