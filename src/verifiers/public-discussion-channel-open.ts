/** Can everybody discuss changes and problems in public? */
import { met, unknown, unmet } from '../domain/verification/verdict.js';
import { ofRepository } from './_settings.js';

const FIX = 'Run `gh repo edit --enable-issues --enable-discussions`.';

export default ofRepository('Can everybody discuss changes and problems in public?', (repository) => {
  if (repository.isPrivate) return unmet('the repository is private, and so is whatever is discussed in it', FIX);
  if (repository.isArchived)
    return unmet(
      'the repository is archived: nobody can write anything',
      'Unarchive it, or name another place in the README.',
    );
  if (repository.hasIssues) return met('issues are open to everybody');
  if (repository.hasDiscussions) return met('Discussions are open to everybody');
  return unknown('issues and Discussions are off; a mailing list or a forum cannot be seen from here');
});
