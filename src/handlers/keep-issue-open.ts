/** An issue was closed: if it was the baseline issue and something blocks the launch, the policy says what happens. */
import { z } from 'zod';
import { type Closing, settleClosing } from '../flows/early-close.js';
import { defineHandler } from './_handler.js';
import { repository, sender } from './_payload.js';

const payload = z.object({
  repository,
  sender,
  issue: z.object({
    number: z.number().int(),
    updated_at: z.iso.datetime({ offset: true }),
    closed_at: z.iso.datetime({ offset: true }).nullish(),
  }),
});

export default defineHandler<Closing>({
  on: ['issues.closed'],
  needs: { issues: 'write', members: 'read' },
  parse(raw) {
    const { repository, sender, issue } = payload.parse(raw);
    const { number, closed_at, updated_at } = issue;
    return { repository: repository.ref, issue: number, by: sender.login, at: closed_at ?? updated_at };
  },
  subject: ({ repository }) => `baseline:${repository.id}`,
  run: settleClosing,
});
