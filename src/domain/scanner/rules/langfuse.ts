/** Langfuse: secret keys are a UUID behind `sk-lf-`; their public partners (`pk-lf-`) are no secret. */
import type { Rule } from '../rule.js';
import { prefixed, uuid } from './_shapes.js';

const rule: Rule = {
  ...prefixed('sk-lf-', uuid),
  id: 'langfuse-key',
  title: 'Langfuse secret key',
  opens: 'the traces, prompts and scores of a project',
  severity: 'HIGH',
  version: 1,
  provider: 'Langfuse',
  rank: 'vendor',
  reference: 'https://langfuse.com/faq/all/where-are-langfuse-api-keys',
  runbook: 'langfuse-key',
};

export default rule;
