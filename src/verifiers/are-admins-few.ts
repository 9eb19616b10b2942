/** Do few people administer the repository, and none from outside? */
import { met, notApplicable, unknown, unmet } from '../domain/verification/verdict.js';
import { joined } from './_phrases.js';
import { NO_ORGANISATION } from './_organisation.js';
import { people } from './_sources/people.js';
import { repository } from './_sources/repository.js';
import { defineVerifier } from './_verifier.js';

/** The checklist's two or three, and the owners of the organisation. */
const MOST = 5;

export default defineVerifier({
  question: 'Do few people administer the repository, and none from outside?',
  reads: { repository, people },
  on: ['member', 'membership', 'team', 'organization', 'repository.transferred'],
  judge({ repository, people }) {
    if (repository?.isInOrganisation === false) return notApplicable(NO_ORGANISATION);
    if (people === null) return unknown('GitHub does not show who has access');
    const { admins, outsideAdmins } = people;
    const [first] = outsideAdmins;
    if (first !== undefined) {
      return unmet(
        `administered from outside the organisation by ${joined(outsideAdmins)}`,
        `Run \`gh api -X PUT repos/{owner}/{repo}/collaborators/${first} -f permission=push\` for each.`,
      );
    }
    if (admins.length > MOST) {
      return unmet(
        `${admins.length} people administer it, owners of the organisation included; ${MOST} are plenty`,
        'Give *Maintain* or *Write* in place of *Admin* under **Settings > Collaborators and teams**.',
      );
    }
    if (!people.isWhole) return unknown('more than 100 people have access; not all of them were looked at');
    return met(
      `${admins.length} ${admins.length === 1 ? 'person administers' : 'people administer'} it, none from outside`,
    );
  },
});
