/** Hugging Face: tokens of a person or an organisation, letters behind their prefix. */
import type { Rule } from '../rule.js';
import { alnum, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Hugging Face',
  rank: 'vendor',
  reference: 'https://huggingface.co/docs/hub/security-tokens',
  runbook: 'hugging-face-token',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('hf_', alnum(34)),
    id: 'hugging-face-token',
    title: 'Hugging Face user access token',
    opens: 'the models, data sets, spaces and paid inference of a person',
    severity: 'HIGH',
  },
  {
    ...common,
    ...prefixed('api_org_', alnum(34)),
    id: 'hugging-face-organisation-token',
    title: 'Hugging Face organisation API token',
    opens: 'the private models and data sets of an organisation',
    severity: 'HIGH',
  },
];

export default rules;
