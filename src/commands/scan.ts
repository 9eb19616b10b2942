/** `/baseline scan history`: has the whole history looked at, and says how far that has come. */
import { UserError } from '../core/user-error.js';
import { requestHistory } from '../flows/request-history.js';
import { findHistoryScan } from '../infra/db/history-scans.js';
import { defineCommand } from './_command.js';

export default defineCommand<null>({
  name: 'scan',
  summary: 'Looks at every commit of every branch and tag; asked again, it says how far that has come',
  usage: 'scan history',
  whoCanUse: 'write',
  examples: ['history'],
  rejects: ['', 'main', 'history now'],
  parse(args) {
    if (args !== 'history')
      throw new UserError(
        'New commits are looked at by themselves. All that was there before: `/baseline scan history`.',
      );
    return null;
  },
  async run(_, { repository, by }, context) {
    const before = await findHistoryScan(context.db, repository.id);
    await requestHistory(repository, by, context);
    const end = 'What is found will be listed here, in a comment of its own.';
    if (before === null || before.state !== 'reading')
      return `The whole history is being looked at, behind what people wait for. ${end}`;
    const [done, total] = [before.commitsDone, before.commitsTotal].map((n) => n.toLocaleString('en-US'));
    return `The history is being looked at: ${done} of ${total} commits so far. ${end}`;
  },
});
