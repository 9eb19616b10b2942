/** MessageBird: access keys are 25 letters and digits, on newer accounts behind their mode. */
import type { Rule } from '../rule.js';
import { alnum, joined, named } from './_shapes.js';

const common = {
  version: 1,
  provider: 'MessageBird',
  rank: 'vendor',
  reference: 'https://developers.messagebird.com/api/#authentication',
  runbook: 'messagebird-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(['messagebird', 'message_bird'], alnum(25)),
    id: 'messagebird-access-key',
    title: 'MessageBird access key',
    opens: 'sending messages and calls at the owner’s cost',
    severity: 'HIGH',
  },
  {
    ...common,
    ...named(['messagebird', 'message_bird'], joined('live_', alnum(25))),
    id: 'messagebird-live-key',
    title: 'MessageBird live access key',
    opens: 'sending messages and calls at the owner’s cost',
    severity: 'HIGH',
  },
];

export default rules;
