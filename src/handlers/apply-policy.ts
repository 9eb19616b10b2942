/** Writes the issues that another policy of the organisation concerns, a page of repositories at a time. Asked for by ourselves. */
import { applyPolicy, type PolicyChange } from '../flows/apply-policy.js';
import { defineHandler } from './_handler.js';

export default defineHandler<PolicyChange>({
  on: [],
  needs: {},
  parse: () => null,
  subject: () => 'apply-policy',
  run: applyPolicy,
});
