/** Goes on introducing the App to an installation's repositories. Asked for at the installation, by itself, and by a chore. */
import { onboard } from '../flows/onboard.js';
import { defineHandler } from './_handler.js';

export default defineHandler<Record<string, never>>({
  on: [],
  needs: { contents: 'read', issues: 'write' },
  parse: () => null,
  subject: () => 'onboarding',
  run: (_, context) => onboard(context),
});
