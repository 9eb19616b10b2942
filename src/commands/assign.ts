/** `/baseline assign`: asks somebody to see to an item; they may attest it, whatever their role. */
import { UserError } from '../core/user-error.js';
import { assignItem } from '../flows/change-service.js';
import { defineCommand } from './_command.js';
import { findItem, parseItemId } from './_item.js';
import { mustSee, parseLogin } from './_person.js';

const EXAMPLE = '/baseline assign hsts @octocat';

export default defineCommand<{ item: string; login: string }>({
  name: 'assign',
  summary: 'Asks somebody to see to an item; they may then say that it is done, without write access',
  usage: 'assign <item> <@user>',
  whoCanUse: 'write',
  examples: ['hsts @octocat', '`hsts` @octocat'],
  rejects: ['', 'hsts', '@octocat', 'hsts octocat', 'hsts @octocat @hubot'],
  parse(args) {
    const [item, login, ...more] = args.split(' ');
    if (more.length > 0) throw new UserError(`Name one item and one person: \`${EXAMPLE}\`.`);
    return { item: parseItemId(item, EXAMPLE), login: parseLogin(login, EXAMPLE) };
  },
  async run({ item: id, login }, subject, context) {
    await findItem(id, subject, context);
    await mustSee(login, subject, context);
    await assignItem(subject.repository, id, login, subject, context);
    return null;
  },
});
