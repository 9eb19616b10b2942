/** `/baseline unassign`: an item is no longer somebody's, or anybody's, to see to. */
import { UserError } from '../core/user-error.js';
import { code, mention } from '../domain/checklist/index.js';
import { unassignItem } from '../flows/change-service.js';
import { defineCommand } from './_command.js';
import { findItem, parseItemId } from './_item.js';
import { parseLogin } from './_person.js';

const EXAMPLE = '/baseline unassign hsts @octocat';

export default defineCommand<{ item: string; login: string | null }>({
  name: 'unassign',
  summary: 'Takes an item off somebody who was asked to see to it, or off all of them',
  usage: 'unassign <item> [@user]',
  whoCanUse: 'write',
  orAssigned: ({ item }) => item,
  examples: ['hsts @octocat', 'hsts'],
  rejects: ['', '@octocat', 'hsts octocat', 'hsts @octocat @hubot'],
  parse(args) {
    const [item, login, ...more] = args.split(' ');
    if (more.length > 0) throw new UserError(`Name one item and one person: \`${EXAMPLE}\`.`);
    return { item: parseItemId(item, EXAMPLE), login: login === undefined ? null : parseLogin(login, EXAMPLE) };
  },
  async run({ item: id, login }, subject, context) {
    await findItem(id, subject, context);
    if (subject.isAssigneeOnly && login?.toLowerCase() !== subject.by.toLowerCase())
      throw new UserError(`You may take yourself off: \`/baseline unassign ${id} @${subject.by}\`.`);
    // Who has left GitHub since can be taken off as well, so nobody has to see the repository.
    if (await unassignItem(subject.repository, id, login, subject, context)) return null;
    return login === null ? `Nobody is assigned to ${code(id)}.` : `${mention(login)} is not assigned to ${code(id)}.`;
  },
});
