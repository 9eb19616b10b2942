/** `/baseline launch`: the day on which the service goes live. */
import { dayOf } from '../core/clock.js';
import { UserError } from '../core/user-error.js';
import { isDate } from '../domain/life/terms.js';
import { changeService } from '../flows/change-service.js';
import { defineCommand } from './_command.js';

const EXAMPLE = '/baseline launch 2027-03-01';

export default defineCommand<{ day: string | null }>({
  name: 'launch',
  summary: 'Sets the launch day, also for a new launch of what was launched; `none` clears it',
  usage: 'launch <date|none>',
  whoCanUse: 'write',
  examples: ['2027-03-01', 'none'],
  rejects: ['', 'tomorrow', '2027-02-30', '01.03.2027', '2027-03-01 please', '2027-3-1'],
  parse(args) {
    if (args.toLowerCase() === 'none') return { day: null };
    if (!isDate(args)) {
      throw new UserError(`Say the day as year, month and day: \`${EXAMPLE}\`, or \`/baseline launch none\`.`);
    }
    return { day: args };
  },
  async run({ day }, { repository, by, at }, context) {
    const today = dayOf(at);
    if (day !== null && day < today) {
      throw new UserError(
        `${day} is past: say today (${today}) or a day to come. Is the service live already? Then \`/baseline launched\`.`,
      );
    }
    await changeService(
      repository,
      'service.launch',
      ({ launchOn, launchedAt }) =>
        launchOn === day && launchedAt === null ? null : { launchOn: day, launchedAt: null },
      { by, at },
      context,
    );
    return null;
  },
});
