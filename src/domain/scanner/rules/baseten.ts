/** Baseten: eight and 32 letters and digits with a dot between, told by the name. */
import type { Rule } from '../rule.js';
import { alnum, joined, named } from './_shapes.js';

const rule: Rule = {
  ...named(['baseten'], joined(alnum(8), '.', alnum(32))),
  id: 'baseten-key',
  title: 'Baseten API key',
  opens: 'the deployed models of a workspace',
  severity: 'HIGH',
  version: 1,
  provider: 'Baseten',
  rank: 'vendor',
  reference: 'https://docs.baseten.co/observability/api-keys',
  runbook: 'baseten-key',
};

export default rule;
