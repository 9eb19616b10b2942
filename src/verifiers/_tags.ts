/** Says of a tag why its signature is none. */
import { type Judgement, unmet } from '../domain/verification/verdict.js';
import { code } from './_phrases.js';
import type { ReleaseTag } from './_sources/release-tag.js';

export function unsigned({ name, reason }: ReleaseTag): Judgement {
  const because =
    reason === null || reason === 'unsigned'
      ? 'is not signed'
      : `has a signature that GitHub does not accept (${code(reason)})`;
  return unmet(
    `${code(name)} ${because}`,
    'Add your signing key on GitHub, run `git config --global tag.gpgSign true`, and sign the next: `git tag -s v1.4.0 -m v1.4.0 && git push origin v1.4.0`.',
  );
}
