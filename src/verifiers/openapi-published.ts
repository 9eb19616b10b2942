/** Is the API described in a document that programs can read? */
import { met, unmet } from '../domain/verification/verdict.js';
import { openapi } from './_sources/openapi.js';
import { defineVerifier } from './_verifier.js';

export default defineVerifier({
  question: 'Is the API described in an OpenAPI document?',
  reads: { openapi },
  on: ['push'],
  judge: ({ openapi }) =>
    openapi === null
      ? unmet(
          'no OpenAPI document is among the files, nor where frameworks publish it',
          'Commit it as `openapi.yaml`, or publish it as `/openapi.json`.',
        )
      : met(`\`${openapi}\` describes the API`),
});
