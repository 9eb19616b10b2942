/** Weights & Biases: 86 characters with a version since the end of 2025, forty hexadecimal digits before. */
import type { Rule } from '../rule.js';
import { base64url, lowerHex, named, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Weights & Biases',
  rank: 'vendor',
  reference: 'https://docs.wandb.ai/support/models/articles/why-does-my-api-key-fail-with-must-be-40-characters',
  runbook: 'wandb-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('wandb_v1_', base64url(60, 90)),
    id: 'wandb-key',
    title: 'Weights & Biases API key',
    opens: 'the experiments, models and reports of a person',
    severity: 'HIGH',
  },
  {
    ...common,
    ...named(['wandb', 'weights_and_biases', 'weightsandbiases'], lowerHex(40)),
    id: 'wandb-legacy-key',
    title: 'Weights & Biases API key (older form)',
    opens: 'the experiments, models and reports of a person',
    severity: 'HIGH',
  },
];

export default rules;
