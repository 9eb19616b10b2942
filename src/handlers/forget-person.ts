/** A person withdrew what they let the App do on the pages: they are signed out, and what they could see is forgotten. */
import { z } from 'zod';
import { endSessionsOf } from '../infra/db/sessions.js';
import { forgetViewer } from '../infra/db/viewers.js';
import { defineAppHandler } from './_handler.js';

const payload = z.object({ sender: z.object({ id: z.number().int() }) });

export default defineAppHandler<{ userId: number }>({
  on: ['github_app_authorization.revoked'],
  needs: {},
  parse: (raw) => ({ userId: payload.parse(raw).sender.id }),
  subject: ({ userId }) => `person:${userId}`,
  async runForApp({ userId }, { db }) {
    await endSessionsOf(db, userId);
    await forgetViewer(db, userId);
  },
});
