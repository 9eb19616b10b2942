/** Exa: a UUID, told by the name it is given to. */
import type { Rule } from '../rule.js';
import { named, uuid } from './_shapes.js';

const rule: Rule = {
  ...named(['exa_api', 'exa-api', 'exaapi', 'exa_key', 'exasearch', 'exa_search'], uuid),
  id: 'exa-key',
  title: 'Exa API key',
  opens: 'paid web searches on an account',
  severity: 'MEDIUM',
  version: 1,
  provider: 'Exa',
  rank: 'vendor',
  reference: 'https://docs.exa.ai/reference/getting-started',
  runbook: 'exa-key',
};

export default rule;
