/** `/baseline evidence`: where it can be seen that an item is done. */
import { UserError } from '../core/user-error.js';
import { code, dateOf, webAddress } from '../domain/checklist/index.js';
import { changeItem } from '../flows/change-item.js';
import { defineCommand } from './_command.js';
import { demandAttester, findItem, parseItemId } from './_item.js';
import { kept } from './_reason.js';

const EXAMPLE = '/baseline evidence hsts https://example.com/pull/12';

export default defineCommand<{ item: string; url: string }>({
  name: 'evidence',
  summary: 'Links the evidence of an item that is done',
  usage: 'evidence <item> <link>',
  whoCanUse: 'write',
  orAssigned: ({ item }) => item,
  examples: ['hsts https://example.com/pull/12'],
  rejects: [
    '',
    'hsts',
    'hsts http://example.com/pull/12',
    'hsts see the wiki',
    'hsts https://example.com and more',
    'hsts https://ann:word@example.com/',
  ],
  parse(args) {
    const [word, url = '', ...rest] = args.split(' ');
    const item = parseItemId(word, EXAMPLE);
    const address = webAddress(url);
    if (rest.length > 0 || address === undefined || !address.startsWith('https:'))
      throw new UserError(`One https link is needed, without credentials in it: \`${EXAMPLE}\`.`);
    return { item, url: address };
  },
  async run(args, subject, context) {
    const { item, state } = await findItem(args.item, subject, context);
    await demandAttester(item, subject, `evidence ${item.id} …`, context);
    const evidence = kept(args.url, context);
    await changeItem(
      subject.repository,
      item.id,
      {
        by: subject.by,
        via: 'evidence',
        to(from) {
          if (from.kind === 'done') return { ...from, evidence };
          if (from.kind === 'verified')
            throw new UserError(`${code(item.id)} was verified on ${dateOf(from.at)} and needs no other evidence.`);
          if (state.kind === 'done' && state.with !== undefined) {
            const there = code(`/baseline evidence ${state.with} ${evidence}`);
            throw new UserError(
              `${code(item.id)} is done with ${code(state.with)}: its evidence belongs there, ${there}.`,
            );
          }
          const said = code(`/baseline done ${item.id} ${evidence}`);
          throw new UserError(`${code(item.id)} is not done yet. ${said} says that it is, with this evidence.`);
        },
      },
      context,
    );
    return null;
  },
});
