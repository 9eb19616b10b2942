/** What a file of a release is, by its name. */

/** Signatures, in the forms of GnuPG, cosign, minisign and SLSA. */
const SIGNATURE = /\.(?:asc|sig|gpg|sigstore|sigstore\.json|minisig|intoto\.jsonl|bundle|cosign\.bundle)$/i;
const SBOM = /(?:^|[._-])(?:cdx|cyclonedx|spdx|sbom|bom)(?:[._-]|$)/i;
const LIST = /(?:^|[._-])(?:sha\d*sums?|checksums?|md5sums?)(?:[._-]|$)|\.(?:sha\d+|md5|pem|crt|pub)$/i;
const LICENCE = /^(?:licen[cs]es?|copying|third[_-]party)/i;

export const isSignature = (name: string): boolean => SIGNATURE.test(name);
export const isSbom = (name: string): boolean => SBOM.test(name);
export const isLicence = (name: string): boolean => LICENCE.test(name);
/** What is said of files, rather than something to run. */
export const isAbout = (name: string): boolean =>
  isSignature(name) || isSbom(name) || isLicence(name) || LIST.test(name);
