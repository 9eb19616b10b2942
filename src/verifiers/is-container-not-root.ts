/** Does the container's process run as somebody who can do little? */
import { judgeDockerfiles } from './_judge-images.js';
import { judgeUsers } from './_root.js';
import { dockerfiles } from './_sources/dockerfiles.js';
import { defineVerifier } from './_verifier.js';

export default defineVerifier({
  question: 'Does every container run as somebody else than root?',
  reads: { dockerfiles },
  on: ['push'],
  judge: ({ dockerfiles }) => judgeDockerfiles(dockerfiles, judgeUsers),
});
