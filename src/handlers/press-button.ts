/** A button on one of our checks was pressed. */
import { z } from 'zod';
import { type Pressed, pressButton, pressFailed } from '../flows/press-button.js';
import { readAction } from '../domain/readiness/actions.js';
import { defineHandler } from './_handler.js';
import { repository, sender, sha } from './_payload.js';

/** GitHub sends it to the App whose button it is, and to no other. */
const payload = z.object({
  repository,
  sender,
  check_run: z.object({ head_sha: sha }),
  requested_action: z.object({ identifier: z.string() }),
});

export default defineHandler<Pressed>({
  on: ['check_run.requested_action'],
  needs: { checks: 'write', contents: 'read', issues: 'write', members: 'read', pull_requests: 'read' },
  parse(raw) {
    const { repository, sender, check_run, requested_action } = payload.parse(raw);
    const pressed = readAction(requested_action.identifier);
    if (pressed === null || sender.isBot) return null;
    return {
      repository: repository.ref,
      isPrivate: repository.isPrivate,
      sha: check_run.head_sha,
      ...pressed,
      by: sender.login,
    };
  },
  subject: ({ repository, sha }) => `head:${repository.id}:${sha}`,
  run: pressButton,
  failed: pressFailed,
});
