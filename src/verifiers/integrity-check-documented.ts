/** Do users know how to check that a download is intact? */
import { documentedVerifier } from './_documented.js';

export default documentedVerifier({
  question: 'Are users told how to check that a download is intact?',
  what: 'instruction to check a download',
  said: /\b(?:sha(?:256|512)sum\b|shasum\s+-|b3sum\b|Get-FileHash\b|gh attestation verify|cosign verify|slsa-verifier|gpg2? --verify|minisign -V|npm audit signatures)/i,
});
