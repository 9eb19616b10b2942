/** Are containers built on images of those who make the language or the system? */
import { met, unknown, unmet } from '../domain/verification/verdict.js';
import { isOfficial, shownImage } from './_images.js';
import { basesOf, judgeDockerfiles } from './_judge-images.js';
import { dockerfiles } from './_sources/dockerfiles.js';
import { defineVerifier } from './_verifier.js';
import { block, listed } from './_words.js';

export default defineVerifier({
  question: 'Does every container image start from an official image?',
  reads: { dockerfiles },
  on: ['push'],
  judge: ({ dockerfiles }) =>
    judgeDockerfiles(dockerfiles, (files) => {
      const bases = basesOf(files).map(({ path, image }) => ({
        shown: shownImage(path, image),
        isOfficial: image.reference === null ? null : isOfficial(image.reference),
      }));
      const foreign = bases.filter((base) => base.isOfficial === false).map((base) => base.shown);
      const unsure = bases.filter((base) => base.isOfficial === null).map((base) => base.shown);
      return {
        fault: foreign.length === 0 ? null : unmet(`not an official image: ${listed(foreign)}`, FIX),
        otherwise:
          unsure.length === 0
            ? met('every image starts from an official one')
            : unknown(`whether the maker publishes ${listed(unsure)} takes a person to see`),
      };
    }),
});

const FIX = `Start from the main or \`-slim\` image of the language, with its version, or agree on another one with security:\n\n${block('dockerfile', 'FROM node:24-slim')}`;
