/** Goes through all repositories of an installation. Asked for by the chore `reconcile`, and by itself to go on. */
import { reconcileInstallation } from '../flows/reconcile/walk.js';
import { defineHandler } from './_handler.js';

export default defineHandler<Record<string, never>>({
  on: [],
  needs: {},
  parse: () => null,
  subject: () => 'reconcile',
  run: (_, context) => reconcileInstallation(context),
});
