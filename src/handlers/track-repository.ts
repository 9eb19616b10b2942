/** A repository was renamed, moved, archived, opened to the public or deleted: our row follows, keyed by its id. */
import { z } from 'zod';
import { rememberRepository } from '../flows/remember-repository.js';
import { removeRepositories } from '../infra/db/installations.js';
import { defineHandler } from './_handler.js';
import { repository } from './_payload.js';

const payload = z.object({ action: z.string(), repository });

export default defineHandler({
  on: [
    'repository.renamed',
    'repository.transferred',
    'repository.archived',
    'repository.unarchived',
    'repository.publicized',
    'repository.privatized',
    'repository.deleted',
  ],
  needs: {},
  parse: (raw) => {
    const { action, repository } = payload.parse(raw);
    return { action, repository: repository.ref };
  },
  subject: ({ repository }) => `baseline:${repository.id}`,
  async run({ action, repository }, context) {
    if (action === 'deleted') await removeRepositories(context.db, [repository.id], context.clock.now());
    else await rememberRepository(repository, context);
  },
});
