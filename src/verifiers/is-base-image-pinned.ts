/** Is what an image is built from official, and the same tomorrow? */
import { met, unknown, unmet } from '../domain/verification/verdict.js';
import { isOfficial, isPinned, isScratch, nameOf, shownImage } from './_images.js';
import { basesOf, judgeDockerfiles, type PlacedImage } from './_judge-images.js';
import { dockerfiles } from './_sources/dockerfiles.js';
import { defineVerifier } from './_verifier.js';
import { block, listed } from './_words.js';

export default defineVerifier({
  question: 'Does every container image start from an official image, pinned by its digest?',
  reads: { dockerfiles },
  on: ['push'],
  judge: ({ dockerfiles }) =>
    judgeDockerfiles(dockerfiles, (files) => {
      const bases = basesOf(files);
      const copied = files.flatMap(({ path, copiedFrom }) => copiedFrom.map((image) => ({ path, image })));
      const all = [...bases, ...copied];
      const loose = all.filter(
        ({ image }) => image.reference !== null && !isScratch(image.reference) && !isPinned(image.reference),
      );
      const foreign = bases.filter(({ image }) => image.reference !== null && isOfficial(image.reference) === false);
      const hidden = all.filter(({ image }) => image.reference === null);
      const unsure = bases.filter(({ image }) => image.reference !== null && isOfficial(image.reference) === null);
      const because = [
        ...(loose.length > 0 ? [`not pinned by a digest: ${listed(shown(loose))}`] : []),
        ...(foreign.length > 0 ? [`not official: ${listed(shown(foreign))}`] : []),
      ].join('; ');
      return {
        fault: because === '' ? null : unmet(because, fixOf(loose, foreign)),
        otherwise:
          hidden.length > 0
            ? unknown(`a build argument chooses the image in ${listed(shown(hidden))}`)
            : unsure.length > 0
              ? unknown(`all are pinned; whether the maker publishes ${listed(shown(unsure))} takes a person to see`)
              : met('every image starts from an official one, pinned by its digest'),
      };
    }),
});

const shown = (images: readonly PlacedImage[]): readonly string[] =>
  images.map(({ path, image }) => shownImage(path, image));

function fixOf(loose: readonly PlacedImage[], foreign: readonly PlacedImage[]): string {
  const references = [...new Set(loose.map(({ image }) => image.reference ?? ''))].filter((each) =>
    /^[\w./:@-]+$/.test(each),
  );
  const commands = references
    .slice(0, 5)
    .map((each) => `echo "FROM ${each}@$(docker buildx imagetools inspect ${each} --format '{{.Manifest.Digest}}')"`);
  const pinning = commands.length === 0 ? '' : `Put these digests behind the names:\n\n${block('sh', ...commands)}`;
  const names = [...new Set(foreign.map(({ image }) => nameOf(image.reference ?? '')))];
  const replacing =
    names.length === 0
      ? ''
      : `Start from the official image of the language in place of ${listed(names)}, such as \`node:24-slim\` or \`python:3.14-slim\`.`;
  return [pinning, replacing].filter((part) => part !== '').join('\n\n');
}
