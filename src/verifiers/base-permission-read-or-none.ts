/** Do new members of the organisation start with as little as possible? */
import { met, notApplicable, unknown, unmet } from '../domain/verification/verdict.js';
import { NO_ORGANISATION, UNSEEN_ORGANISATION } from './_organisation.js';
import { organisation } from './_sources/organisation.js';
import { defineVerifier } from './_verifier.js';

export default defineVerifier({
  question: 'Do new members of the organisation start with as little as possible?',
  reads: { organisation },
  on: ['organization', 'repository.transferred'],
  judge({ organisation }) {
    if (organisation === null) return notApplicable(NO_ORGANISATION);
    const { login, basePermission } = organisation;
    if (basePermission === null) return unknown(UNSEEN_ORGANISATION);
    if (basePermission === 'none' || basePermission === 'read')
      return met(`the base permission of ${login} is \`${basePermission}\``);
    return unmet(
      `every member of ${login} has \`${basePermission}\` in all of its repositories`,
      `Run \`gh api -X PATCH orgs/${login} -f default_repository_permission=read\`.`,
    );
  },
});
