/** What is on record with us about the repository. */
import { defineSource, type Own, ownOf } from '../_source.js';
import { repositoryOf } from './repository.js';

export const own = defineSource<Own>({
  name: 'our own records',
  isConfidential: true,
  async read(origin, get) {
    const value = ownOf(origin);
    const { url } = await repositoryOf(get);
    return { value, where: url };
  },
});
