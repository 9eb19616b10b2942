/** A comment was written or edited: run the `/baseline` commands that are new in it. */
import { z } from 'zod';
import type { CommentEvent } from '../flows/context.js';
import { defineHandler } from './_handler.js';
import { repository, sender } from './_payload.js';

const payload = z.object({
  action: z.enum(['created', 'edited']),
  repository,
  sender,
  issue: z.object({ number: z.number().int() }),
  comment: z.object({
    id: z.number().int(),
    body: z.string().nullish(),
    updated_at: z.iso.datetime({ offset: true }),
    user: z.object({ login: z.string() }).nullish(),
  }),
  changes: z.object({ body: z.object({ from: z.string().nullish() }).optional() }).optional(),
});

export default defineHandler<CommentEvent>({
  on: ['issue_comment.created', 'issue_comment.edited'],
  needs: { issues: 'write', members: 'read' },
  parse(raw) {
    const { action, repository, sender, issue, comment, changes } = payload.parse(raw);
    const after = comment.body ?? null;
    const from = changes?.body?.from ?? null;
    if (sender.isBot || !after?.toLowerCase().includes('/baseline')) return null;
    // An edit without its old text cannot be told from a repetition: what may have run is not run again.
    if (action === 'edited' && from === null) return null;
    // Who mends somebody else's comment does not say what it says.
    if (comment.user?.login !== sender.login) return null;
    return {
      repository: repository.ref,
      isPrivate: repository.isPrivate,
      issue: issue.number,
      comment: comment.id,
      by: sender.login,
      saidAt: comment.updated_at,
      before: action === 'edited' ? from : null,
      after,
    };
  },
  subject: ({ repository, issue }) => `issue:${repository.id}:${issue}`,
  run: (event, context) => context.answer(event, context),
});
