/** Stability AI: `sk-` and 48 letters and digits, a form that others use as well. */
import type { Rule } from '../rule.js';
import { alnum, joined, named, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Stability AI',
  rank: 'vendor',
  reference: 'https://platform.stability.ai/docs/getting-started/authentication',
  runbook: 'stability-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(['stability', 'dreamstudio'], joined('sk-', alnum(48)), 'high'),
    id: 'stability-key',
    title: 'Stability AI API key',
    opens: 'paid image generation on an account',
    severity: 'HIGH',
  },
  {
    ...common,
    ...prefixed('sk-', alnum(48), 'medium'),
    id: 'sk-48-key',
    title: 'API key of Stability AI, Moonshot AI or a gateway to language models',
    opens: 'paid use of the models of an account',
    severity: 'HIGH',
  },
];

export default rules;
