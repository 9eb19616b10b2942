/** `/baseline na`: the item does not apply here, and here is why. */
import { changeItem } from '../flows/change-item.js';
import { defineCommand } from './_command.js';
import { demandAttester, findItem, parseItemId } from './_item.js';
import { kept, LONGEST, parseReason } from './_reason.js';

const because = (item: string) => `/baseline na ${item} because this service has no pages`;

export default defineCommand<{ item: string; reason: string }>({
  name: 'na',
  summary: 'Crosses off an item that does not apply here',
  usage: 'na <item> because <reason>',
  whoCanUse: 'write',
  examples: ['csp because this service has no pages'],
  rejects: ['', 'csp', 'csp because', 'csp this service has no pages', `csp because ${'x'.repeat(LONGEST + 1)}`],
  parse(args) {
    const [word, ...rest] = args.split(' ');
    const item = parseItemId(word, because('csp'));
    return { item, reason: parseReason(rest, because(item)) };
  },
  async run(args, subject, context) {
    const { item } = await findItem(args.item, subject, context);
    await demandAttester(item, subject, `na ${item.id} because …`, context);
    const { by, at, repository } = subject;
    const reason = kept(args.reason, context);
    const to = () => ({ kind: 'not-applicable', by, at: at.toISOString(), reason }) as const;
    await changeItem(repository, item.id, { by, via: 'na', to }, context);
    return null;
  },
});
