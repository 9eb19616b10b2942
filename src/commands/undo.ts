/** `/baseline undo`: what was said about an item is taken back; an accepted risk ends, a request for one is withdrawn. */
import { UserError } from '../core/user-error.js';
import { code, dateOf, escapeInline, type ItemState } from '../domain/checklist/index.js';
import { changeItem } from '../flows/change-item.js';
import { closeWaivers } from '../infra/db/waivers.js';
import { defineCommand } from './_command.js';
import { findItem, parseItemId } from './_item.js';

const EXAMPLE = '/baseline undo hsts';

export default defineCommand<{ item: string }>({
  name: 'undo',
  summary: 'Opens an item again, whatever was said about it',
  usage: 'undo <item>',
  whoCanUse: 'write',
  orAssigned: ({ item }) => item,
  examples: ['hsts'],
  rejects: ['', 'hsts please', '!'],
  parse(args) {
    const [word, ...rest] = args.split(' ');
    if (rest.length > 0) throw new UserError(`One item at a time: \`${EXAMPLE}\`.`);
    return { item: parseItemId(word, EXAMPLE) };
  },
  async run(args, { repository, by, at, isAssigneeOnly }, context) {
    const { item, state } = await findItem(args.item, { repository }, context);
    if (state.kind === 'not-applicable' && state.by === null) {
      const because = state.reason === undefined ? '' : `: ${escapeInline(state.reason)}`;
      throw new UserError(
        `A rule of the policy says that ${code(item.id)} does not apply here${because}. \`/baseline done ${item.id}\` says that it is done all the same.`,
      );
    }
    await changeItem(
      repository,
      item.id,
      {
        by,
        via: 'undo',
        to(from) {
          if (isAssigneeOnly && !isWordOf(by, from))
            throw new UserError(`Of ${code(item.id)} you may take back only what you said yourself: that it is done.`);
          if (from.kind === 'verified') {
            throw new UserError(
              `Nobody said it, so nobody can take it back: ${code(item.id)} was verified on ${dateOf(from.at)}.`,
            );
          }
          // What is shown as done with another item is open on record: from now on it is open by somebody's word.
          return from.kind === 'open' && state.kind === 'open' ? from : { kind: 'open', by, at: at.toISOString() };
        },
        async also(trx) {
          // A request is somebody else's word.
          if (!isAssigneeOnly) await closeWaivers(trx, repository.id, [item.id]);
        },
      },
      context,
    );
    return null;
  },
});

/** That they took it back is their word as well: the first time may have ended half-way. GitHub's logins are the same in any case. */
function isWordOf(login: string, state: ItemState): boolean {
  return (state.kind === 'done' || state.kind === 'open') && state.by?.toLowerCase() === login.toLowerCase();
}
