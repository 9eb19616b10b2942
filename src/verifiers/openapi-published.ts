/** Is the API described in an OpenAPI document? */
import { met, unknown } from '../domain/verification/verdict.js';
import { isAside } from './_sources/_names.js';
import { tree } from './_sources/tree.js';
import { defineVerifier } from './_verifier.js';

const OPENAPI =
  /(?:^|\/)(?:(?:open-?api|swagger)(?:[-._]?v?\d[\w.]*)?|[\w-]+[._-](?:openapi|swagger))\.(?:ya?ml|json)$/i;

export default defineVerifier({
  question: 'Is the API described in an OpenAPI document?',
  reads: { tree },
  on: ['push'],
  judge({ tree }) {
    const found = tree?.entries.find(({ path, size }) => OPENAPI.test(path) && !isAside(path) && size > 0);
    return found === undefined
      ? unknown('there is no OpenAPI document among the files; the service may publish one that it makes itself')
      : met(`\`${found.path}\` describes the API`);
  },
});
