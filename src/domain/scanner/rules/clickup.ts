/** ClickUp: personal tokens are `pk_`, the person’s id and 32 capitals and digits. */
import type { Rule } from '../rule.js';
import { digits, joined, prefixed, upperAlnum } from './_shapes.js';

const rule: Rule = {
  ...prefixed('pk_', joined(digits(5, 12), '_', upperAlnum(32))),
  id: 'clickup-personal-token',
  title: 'ClickUp personal API token',
  opens: 'the tasks and documents that a person sees',
  severity: 'HIGH',
  version: 1,
  provider: 'ClickUp',
  rank: 'vendor',
  reference: 'https://developer.clickup.com/docs/authentication',
  runbook: 'clickup-key',
};

export default rule;
