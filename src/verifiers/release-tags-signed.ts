/** Is the tag of the newest release signed? */
import { met, unknown } from '../domain/verification/verdict.js';
import { code } from './_phrases.js';
import { NO_RELEASE } from './_settings.js';
import { releaseTag } from './_sources/release-tag.js';
import { unsigned } from './_tags.js';
import { defineVerifier } from './_verifier.js';

export default defineVerifier({
  question: 'Is the tag of the newest release signed?',
  reads: { tag: releaseTag },
  on: [],
  judge({ tag }) {
    if (tag === null) return unknown(NO_RELEASE);
    return tag.isVerified ? met(`GitHub verified the signature of ${code(tag.name)}`) : unsigned(tag);
  },
});
