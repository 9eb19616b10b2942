/** What every verifier of Dockerfiles has to say before and after it looks at one. */
import { type Judgement, notApplicable, unknown } from '../domain/verification/verdict.js';
import type { Dockerfile, Image } from './_sources/_dockerfile.js';
import type { Dockerfiles } from './_sources/dockerfiles.js';
import { CUT } from './_words.js';

export interface PlacedImage {
  readonly path: string;
  readonly image: Image;
}

/** Images that stages start from. */
export const basesOf = (files: readonly Dockerfile[]): readonly PlacedImage[] =>
  files.flatMap(({ path, stages }) => stages.flatMap(({ image }) => (image === null ? [] : [{ path, image }])));

/** Judges Dockerfiles; a fault that was found stays one, whatever could not be read. */
export function judgeDockerfiles(
  seen: Dockerfiles | null,
  judge: (files: readonly Dockerfile[]) => { readonly fault: Judgement | null; readonly otherwise: Judgement },
): Judgement {
  const { dockerfiles = [], unread = [], isWhole = true } = seen ?? {};
  const { fault, otherwise } = judge(dockerfiles);
  if (fault !== null) return fault;
  const [missing] = unread;
  if (missing !== undefined) return unknown(`\`${missing}\` was not looked at: too large, or one of too many`);
  if (!isWhole) return unknown(CUT);
  return dockerfiles.length === 0 ? notApplicable('there is no Dockerfile') : otherwise;
}
