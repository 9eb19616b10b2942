/** Sends the weekly digest. Asked for by the chore `send-digests`. */
import { sendDigest } from '../flows/reports/digest.js';
import { defineHandler } from './_handler.js';

export default defineHandler<Record<string, never>>({
  on: [],
  needs: {},
  parse: () => null,
  subject: () => 'send-digest',
  run: (_, context) => sendDigest(context),
});
