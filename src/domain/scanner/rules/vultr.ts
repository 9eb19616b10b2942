/** Vultr: API keys of 36 capitals and digits, told by the names they are given to. */
import type { Rule } from '../rule.js';
import { named, upperAlnum } from './_shapes.js';

const rules: readonly Rule[] = [
  {
    ...named(['vultr'], upperAlnum(36)),
    id: 'vultr-api-key',
    version: 1,
    provider: 'Vultr',
    title: 'Vultr API key',
    opens: 'the servers, storage and bills of an account',
    severity: 'MAXIMUM',
    rank: 'vendor',
    reference: 'https://docs.vultr.com/platform/other/api',
    runbook: 'vultr-key',
  },
];

export default rules;
