/** The baseline issue was edited: note who changed what, and let one write settle a burst of edits. */
import { z } from 'zod';
import { noteEdit } from '../flows/note-edit.js';
import { defineHandler } from './_handler.js';
import { repository, sender } from './_payload.js';

const payload = z.object({
  repository,
  sender,
  issue: z.object({
    number: z.number().int(),
    body: z.string().nullish(),
    updated_at: z.iso.datetime({ offset: true }),
  }),
  changes: z.object({ body: z.object({ from: z.string().nullish() }).optional() }).optional(),
});

export default defineHandler({
  on: ['issues.edited'],
  needs: { issues: 'write' },
  parse(raw) {
    const { repository, sender, issue, changes } = payload.parse(raw);
    return {
      repository: repository.ref,
      issue: issue.number,
      by: sender.login,
      at: issue.updated_at,
      /** Absent where GitHub sent no old body: then the edit history is asked. */
      edit: changes?.body === undefined ? null : { from: changes.body.from ?? null, to: issue.body ?? null },
    };
  },
  subject: ({ repository }) => `baseline:${repository.id}`,
  run: noteEdit,
});
