/** Quay: passwords of robots have 64 capitals and digits, OAuth tokens 40 letters and digits, told by their names. */
import type { Rule } from '../rule.js';
import { either } from './_bodies.js';
import { alnum, named, upperAlnum } from './_shapes.js';

const rules: readonly Rule[] = [
  {
    ...named(['quay_', 'quay-', 'quay.', 'quayio', 'quaytoken', 'quaypassword'], either(upperAlnum(64), alnum(40))),
    id: 'quay-robot-token',
    version: 1,
    provider: 'Quay',
    title: 'Quay robot token or OAuth access token',
    opens: 'pulling and pushing images',
    severity: 'HIGH',
    rank: 'vendor',
    reference: 'https://docs.quay.io/glossary/robot-accounts.html',
    runbook: 'quay-token',
  },
];

export default rules;
