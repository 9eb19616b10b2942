/** Is it stated which known holes in dependencies do not affect the project? */
import { met, unknown } from '../domain/verification/verdict.js';
import { tree } from './_sources/tree.js';
import { defineVerifier } from './_verifier.js';

const VEX =
  /(?:^|\/)(?:[^/]*[.-](?:open)?vex\.json|(?:open)?vex\.json|\.?vex\/[^/]+\.json|\.openvex\/[^/]+\.json|[^/]*csaf[^/]*vex[^/]*\.json)$/i;

export default defineVerifier({
  question: 'Is there a VEX document?',
  reads: { tree },
  on: ['push'],
  judge({ tree }) {
    const found = tree?.entries.find(({ path, size }) => VEX.test(path) && size > 0);
    return found === undefined
      ? unknown('there is no VEX document here; whether scanners report anything to state takes a person to see')
      : met(`\`${found.path}\` states it`);
  },
});
