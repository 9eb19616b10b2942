/** Is the newest release signed or attested? */
import { met, unknown, unmet } from '../domain/verification/verdict.js';
import { code } from './_phrases.js';
import { NO_RELEASE } from './_settings.js';
import { releaseSignature } from './_sources/release-signature.js';
import { defineVerifier } from './_verifier.js';

export default defineVerifier({
  question: 'Is the newest release signed or attested?',
  reads: { signature: releaseSignature },
  on: [],
  judge({ signature }) {
    if (signature === null) return unknown(NO_RELEASE);
    const { tag, by } = signature;
    if (by !== null) return met(`${code(tag)}: ${by}`);
    return unmet(
      `nothing vouches for ${code(tag)}`,
      'Tick **Settings > General > Releases > Enable release immutability**, with which GitHub attests each release, or add `actions/attest-build-provenance` to the release workflow.',
    );
  },
});
