/** `/baseline accept-risk`: asks to live with an open item for a while; somebody else has to approve. */
import { UserError } from '../core/user-error.js';
import { isDate } from '../domain/life/terms.js';
import { askToAccept } from '../flows/waivers.js';
import { defineCommand } from './_command.js';
import { findItem, parseItemId } from './_item.js';
import { kept, LONGEST, parseReason } from './_reason.js';

const example = (item: string, until: string) =>
  `/baseline accept-risk ${item} until ${until} because the partner's contract ends then`;

export default defineCommand<{ item: string; until: string; reason: string }>({
  name: 'accept-risk',
  summary: 'Asks to accept the risk of an item until a date',
  usage: 'accept-risk <item> until <date> because <reason>',
  whoCanUse: 'write',
  examples: [`session-expiry until 2027-01-31 because the partner's contract ends then`],
  rejects: [
    '',
    'hsts',
    'hsts because we must',
    'hsts until because we must',
    'hsts until tomorrow because we must',
    'hsts until 2027-02-30 because we must',
    'hsts until 2027-01-31',
    'hsts until 2027-01-31 because',
    `hsts until 2027-01-31 because ${'x'.repeat(LONGEST + 1)}`,
  ],
  parse(args) {
    const [word, until, date = '', ...rest] = args.split(' ');
    const item = parseItemId(word, example('hsts', '2027-01-31'));
    if (until?.toLowerCase() !== 'until' || !isDate(date))
      throw new UserError(`A last day is needed, as year-month-day: \`${example(item, '2027-01-31')}\`.`);
    return { item, until: date, reason: parseReason(rest, example(item, date)) };
  },
  async run(args, subject, context) {
    const { item, state } = await findItem(args.item, subject, context);
    const reason = kept(args.reason, context);
    const { repository, by } = subject;
    return askToAccept(repository, { item, state, by, until: args.until, reason }, context);
  },
});
