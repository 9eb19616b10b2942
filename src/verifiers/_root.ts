/** Whether a container runs as root, by what its Dockerfile says. */
import { type Judgement, met, unknown, unmet } from '../domain/verification/verdict.js';
import { startsWithoutRoot } from './_images.js';
import { type Dockerfile, lastUser } from './_sources/_dockerfile.js';
import { block, listed } from './_words.js';

const ROOT = /^(?:root|0+)(?::.*)?$/;

/** True: root; null: it cannot be told from here. */
function runsAsRoot(file: Dockerfile): boolean | null {
  const { user, image } = lastUser(file);
  if (user === null) return null;
  if (user !== undefined) return ROOT.test(user);
  if (image === null || image.reference === null) return null;
  const isWithout = startsWithoutRoot(image.reference);
  return isWithout === null ? null : !isWithout;
}

export function judgeUsers(files: readonly Dockerfile[]): {
  readonly fault: Judgement | null;
  readonly otherwise: Judgement;
} {
  const ending = files.filter(({ stages }) => stages.length > 0);
  const root = ending.filter((file) => runsAsRoot(file) === true).map(({ path }) => path);
  const unsure = ending.filter((file) => runsAsRoot(file) === null).map(({ path }) => path);
  return {
    fault: root.length === 0 ? null : unmet(`root is the user of ${listed(root)}`, FIX),
    otherwise:
      unsure.length === 0
        ? met('the last stage of every Dockerfile runs as somebody else than root')
        : unknown(`${listed(unsure)} names no user, and what its base image starts as cannot be seen from here`),
  };
}

const FIX = `Put this at the end of the last stage:\n\n${block('dockerfile', 'USER 10001')}`;
