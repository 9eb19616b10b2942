/** Does the service, as it is started, keep to an account that can do little? */
import { unmet } from '../domain/verification/verdict.js';
import { judgeDockerfiles } from './_judge-images.js';
import { judgeUsers } from './_root.js';
import { dockerfiles } from './_sources/dockerfiles.js';
import { defineVerifier } from './_verifier.js';
import { block, listed } from './_words.js';

const TOO_MUCH =
  /^\s*(?:-\s*)?(?:privileged:\s*true\b|user:\s*["']?(?:root|0)\b|["']?\/(?:var\/)?run\/docker\.sock\b|network_mode:\s*["']?host\b)/;

export default defineVerifier({
  question: 'Does the service run under an account that can do little?',
  reads: { dockerfiles },
  on: ['push'],
  judge({ dockerfiles }) {
    const places = [...(dockerfiles?.composed ?? [])].flatMap(([path, text]) =>
      text.split('\n').flatMap((line, index) => (TOO_MUCH.test(line) ? [`${path}:${index + 1}`] : [])),
    );
    if (places.length > 0) return unmet(`containers are given rights over the machine in ${listed(places)}`, FIX);
    return judgeDockerfiles(dockerfiles, judgeUsers);
  },
});

const FIX = `Remove these lines, and start the service with this:\n\n${block(
  'yaml',
  'user: "10001"',
  'read_only: true',
  'cap_drop: [ALL]',
  'security_opt: [no-new-privileges:true]',
)}`;
