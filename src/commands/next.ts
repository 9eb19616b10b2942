/** `/baseline next`: the three things that take away most risk for the time they take, and how each begins. */
import { UserError } from '../core/user-error.js';
import { explainNext } from '../domain/checklist/index.js';
import { readService, summaryOf } from '../flows/service.js';
import { defineCommand } from './_command.js';

export default defineCommand<null>({
  name: 'next',
  summary: 'Says the three best things to do next, why, and how each begins',
  usage: 'next',
  whoCanUse: 'anyone',
  examples: [''],
  rejects: ['five'],
  parse(args) {
    if (args !== '') throw new UserError('`/baseline next` takes nothing after it.');
    return null;
  },
  async run(_, { repository }, context) {
    const service = await readService(repository.id, context);
    const { next } = summaryOf(service);
    if (next.length === 0) return 'Nothing is waiting to be done.';
    const steps = explainNext(next, service.asides);
    const number = service.baseline?.issue?.number;
    const tick = number === undefined ? '' : `, and the boxes to tick are in #${number}`;
    return `${steps}\n\nAll steps of one: \`/baseline explain ${next[0]?.id}\`${tick}.`;
  },
});
