/** Do users know how to check who made a release? */
import { documentedVerifier } from './_documented.js';

export default documentedVerifier({
  question: 'Are users told how to check who made a release?',
  what: 'instruction to check who made a release',
  said: /\b(?:gh attestation verify|cosign verify|slsa-verifier|gpg2? --verify|git (?:tag -v|verify-tag)|minisign -V|npm audit signatures)/i,
});
