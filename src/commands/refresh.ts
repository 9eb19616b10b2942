/** `/baseline refresh`: has the repository looked at now, and the baseline issue written anew. */
import { UserError } from '../core/user-error.js';
import { requestWrite } from '../flows/note-edit.js';
import { requestVerification } from '../flows/request-verification.js';
import { defineCommand } from './_command.js';

export default defineCommand<null>({
  name: 'refresh',
  summary: 'Looks at the repository now, and brings the baseline issue up to date',
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
    // Writes once more what it finds changed.
    await requestVerification(repository, context);
    return null;
  },
});
