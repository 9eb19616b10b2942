/** Verifiers of the repository's own settings, and of its releases. */
import { type Judgement, unknown } from '../domain/verification/verdict.js';
import { type Release, releases } from './_sources/releases.js';
import { type Repository, repository } from './_sources/repository.js';
import { defineVerifier, type Verifier } from './_verifier.js';

/** A verifier that takes no more than the repository itself. */
export function ofRepository(question: string, judge: (repository: Repository) => Judgement): Verifier {
  return defineVerifier({
    question,
    reads: { repository },
    on: ['repository', 'public'],
    judge: (seen) =>
      seen.repository === null ? unknown('GitHub does not show the repository') : judge(seen.repository),
  });
}

export const NO_RELEASE = 'there is no release on GitHub; what is published elsewhere cannot be seen from here';

/** A verifier that takes no more than the releases, the newest first; it is asked only where there are some. */
export function ofReleases(question: string, judge: (newest: Release, all: readonly Release[]) => Judgement): Verifier {
  return defineVerifier({
    question,
    reads: { releases },
    // No webhook: GitHub tells of releases only those who may also read the code, and a day later is soon enough.
    on: [],
    judge({ releases: all }) {
      const newest = all?.[0];
      return newest === undefined ? unknown(NO_RELEASE) : judge(newest, all ?? []);
    },
  });
}
