/** Does the repository belong to an organisation? */
import { met, unmet } from '../domain/verification/verdict.js';
import { ofRepository } from './_settings.js';

export default ofRepository('Does the repository belong to an organisation?', ({ isInOrganisation }) =>
  isInOrganisation
    ? met('its owner is an organisation')
    : unmet(
        'its owner is a person',
        'Run `gh api -X POST repos/{owner}/{repo}/transfer -f new_owner=ORG` with the name of your organisation.',
      ),
);
