/** Is access granted to teams rather than to single members? */
import { met, notApplicable, unknown, unmet } from '../domain/verification/verdict.js';
import { joined } from './_phrases.js';
import { NO_ORGANISATION } from './_organisation.js';
import { people } from './_sources/people.js';
import { repository } from './_sources/repository.js';
import { defineVerifier } from './_verifier.js';

export default defineVerifier({
  question: 'Is access granted to teams rather than to single members?',
  reads: { repository, people },
  on: ['member', 'membership', 'team', 'organization', 'repository.transferred'],
  judge({ repository, people }) {
    if (repository?.isInOrganisation === false) return notApplicable(NO_ORGANISATION);
    if (people === null) return unknown('GitHub does not show who has access');
    const [first] = people.direct;
    if (first !== undefined) {
      return unmet(
        `granted to single members: ${joined(people.direct)}`,
        `Put them into a team that has access, then run \`gh api -X DELETE repos/{owner}/{repo}/collaborators/${first}\` for each.`,
      );
    }
    if (!people.isWhole) return unknown('more than 100 people have access; not all of them were looked at');
    return met('no member has access but through a team or the organisation');
  },
});
