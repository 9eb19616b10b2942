/** Can deploy keys only read? */
import { met, unknown, unmet } from '../domain/verification/verdict.js';
import { code, joined } from './_phrases.js';
import { deployKeys } from './_sources/machines.js';
import { defineVerifier } from './_verifier.js';

export default defineVerifier({
  question: 'Can deploy keys only read?',
  reads: { keys: deployKeys },
  // No event that Seaworthy hears tells of a new key.
  on: [],
  judge({ keys }) {
    if (keys === null) return unknown('GitHub does not show the deploy keys');
    const writing = keys.entries.filter(({ canWrite }) => canWrite);
    const [first] = writing;
    if (first !== undefined) {
      return unmet(
        `may write: ${joined(writing.map(({ title }) => code(title)))}`,
        `Run \`gh api -X DELETE repos/{owner}/{repo}/keys/${first.id}\` for each, and add it again without *Allow write access*.`,
      );
    }
    if (!keys.isWhole) return unknown('there are more than 100 deploy keys; not all of them were looked at');
    return met(keys.entries.length === 0 ? 'there is no deploy key' : 'no deploy key may write');
  },
});
