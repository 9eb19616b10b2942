/** `/baseline approve`: somebody else than who asked accepts the risk of an item. */
import { UserError } from '../core/user-error.js';
import { approveRisk } from '../flows/waivers.js';
import { defineCommand } from './_command.js';
import { findItem, parseItemId } from './_item.js';

const EXAMPLE = '/baseline approve hsts';

export default defineCommand<{ item: string }>({
  name: 'approve',
  summary: 'Approves that the risk of an item is accepted',
  usage: 'approve <item>',
  whoCanUse: 'approver',
  examples: ['hsts'],
  rejects: ['', 'hsts please', '!'],
  parse(args) {
    const [word, ...rest] = args.split(' ');
    if (rest.length > 0) throw new UserError(`One item at a time: \`${EXAMPLE}\`.`);
    return { item: parseItemId(word, EXAMPLE) };
  },
  async run(args, subject, context) {
    const { item, state } = await findItem(args.item, subject, context);
    const { repository, by, saidAt } = subject;
    return approveRisk(repository, { item, state, by, saidAt }, context);
  },
});
