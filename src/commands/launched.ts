/** `/baseline launched`: the service is live as of now. */
import { dayOf } from '../core/clock.js';
import { UserError } from '../core/user-error.js';
import { changeService } from '../flows/change-service.js';
import { readService, summaryOf } from '../flows/service.js';
import { defineCommand } from './_command.js';

export default defineCommand<null>({
  name: 'launched',
  summary: 'Records that the service went live today',
  usage: 'launched',
  whoCanUse: 'write',
  examples: [''],
  rejects: ['yesterday'],
  parse(args) {
    if (args !== '') {
      throw new UserError(
        '`/baseline launched` takes nothing after it: it records today. `/baseline launch <date>` plans.',
      );
    }
    return null;
  },
  async run(_, { repository, by, at }, context) {
    const { launchedAt } = await changeService(
      repository,
      'service.launched',
      (settings) => (settings.launchedAt === null ? { launchedAt: at } : null),
      { by, at },
      context,
    );
    if (launchedAt !== null) {
      const day = dayOf(launchedAt);
      return `It is on record as launched on ${day}. \`/baseline launch <date>\` plans a new launch.`;
    }
    const { blockers } = summaryOf(await readService(repository.id, context));
    if (blockers.length === 0) return null;
    const [things, were] = blockers.length === 1 ? ['thing', 'was'] : ['things', 'were'];
    return `Recorded. ${blockers.length} ${things} that a launch asks for ${were} still open; \`/baseline next\` says where to begin.`;
  },
});
