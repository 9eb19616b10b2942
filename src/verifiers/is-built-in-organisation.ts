/** Is what runs built from a repository of the organisation? */
import { met, unknown, unmet } from '../domain/verification/verdict.js';
import { isDeploying } from './_publishing.js';
import { dockerfiles } from './_sources/dockerfiles.js';
import { repository } from './_sources/repository.js';
import { stepsIn } from './_sources/_workflow.js';
import { workflows } from './_sources/workflows.js';
import { defineVerifier } from './_verifier.js';

export default defineVerifier({
  question: 'Is what runs built from this repository, and does it belong to an organisation?',
  reads: { repository, dockerfiles, workflows },
  on: ['repository', 'push'],
  judge({ repository, dockerfiles, workflows }) {
    if (repository === null) return unknown('GitHub does not show the repository');
    if (!repository.isInOrganisation)
      return unmet(
        'the repository belongs to a person',
        'Run `gh api -X POST repos/{owner}/{repo}/transfer -f new_owner=ORG` with the name of your organisation.',
      );
    const path = stepsIn(workflows?.workflows ?? []).find(isDeploying)?.workflow.path;
    if (path !== undefined)
      return met(
        `its owner is an organisation, and \`${path}\` deploys what runs; where else something is deployed from cannot be seen from here`,
      );
    const image = dockerfiles?.dockerfiles[0]?.path;
    return unknown(
      image === undefined
        ? 'it belongs to an organisation, and nothing in it builds an image or deploys one'
        : `it belongs to an organisation, and \`${image}\` can build it, but nothing in it deploys: whether that is what runs cannot be seen from here`,
    );
  },
});
