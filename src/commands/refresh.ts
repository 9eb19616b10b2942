/** `/baseline refresh`: has the baseline issue written anew from what is on record. */
import { UserError } from '../core/user-error.js';
import { requestWrite } from '../flows/note-edit.js';
import { defineCommand } from './_command.js';

export default defineCommand<null>({
  name: 'refresh',
  summary: 'Brings the baseline issue up to date now',
  usage: 'refresh',
  whoCanUse: 'triage',
  examples: [''],
  rejects: ['hsts'],
  parse(args) {
    if (args !== '') throw new UserError('`/baseline refresh` takes nothing after it: it is about the whole list.');
    return null;
  },
  async run(_, { repository }, context) {
    await requestWrite(repository.id, context);
    return null;
  },
});
