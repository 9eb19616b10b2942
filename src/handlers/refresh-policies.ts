/** Looks after all policies of one installation. Asked for by the chore `ask-for-policies`. */
import { refreshPolicies } from '../flows/refresh-policies.js';
import { defineHandler } from './_handler.js';

export default defineHandler<Record<string, never>>({
  on: [],
  needs: { contents: 'read' },
  parse: () => null,
  subject: () => 'refresh-policies',
  run: (_, context) => refreshPolicies(context),
});
