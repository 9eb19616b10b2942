/** Releases: versions, notes, files, signatures and tags of the newest. */
import { type Answers, refused, sayOf } from '../support/api-answers.js';
import { acmeBut, RELEASE } from './acme-shop.js';

const release = (other: object): Answers => ({ '/releases': [{ ...RELEASE, ...other }] });
const files = (...names: string[]): Answers => release({ assets: names.map((name) => ({ name, digest: null })) });
const tag = (verification: object | null): Answers => ({ '/git/tags/f00': { tag: 'v1.4.0', verification } });
const NONE: Answers = { '/releases': [{ ...RELEASE, draft: true }] };

const CASES: readonly (readonly [what: string, name: string, answers: Answers, says: RegExp])[] = [
  ['a version', 'releases-uniquely-versioned', {}, /^met: /],
  [
    'moved',
    'releases-uniquely-versioned',
    { '/releases': [RELEASE, { ...RELEASE, tag_name: 'nightly' }] },
    /^unmet: .*`nightly`/,
  ],
  ['a draft is none', 'releases-uniquely-versioned', NONE, /^unknown: there is no release/],

  ['notes', 'releases-have-notes', {}, /^met: /],
  ['blank', 'releases-have-notes', release({ body: ' \n' }), /^unmet: without notes: `v1\.4\.0`/],
  ['null', 'releases-have-notes', release({ body: null }), /^unmet: /],
  ['none', 'releases-have-notes', { '/releases': [] }, /^unknown: /],

  ['all named', 'release-assets-named-by-version', {}, /^met: all files/],
  [
    'one not',
    'release-assets-named-by-version',
    files('shop-1.4.0.tgz', 'shop.zip', 'shop.zip.asc'),
    /^unmet: .*`shop\.zip`$/,
  ],
  ['source only', 'release-assets-named-by-version', release({ assets: [] }), /^met: .*archives/],

  ['there', 'release-has-sbom', {}, /^met: .*`shop-1\.4\.0\.cdx\.json`/],
  ['not there', 'release-has-sbom', files('shop-1.4.0.tgz', 'SHA256SUMS'), /^unmet: /],
  ['SPDX', 'release-has-sbom', files('shop.tgz', 'shop.spdx.json'), /^met: /],
  ['nothing compiled', 'release-has-sbom', files('SHA256SUMS'), /^unknown: /],

  ['attested', 'releases-signed', {}, /^met: .*attested/],
  ['immutable', 'releases-signed', release({ immutable: true }), /^met: .*GitHub attested it/],
  [
    'a signature',
    'releases-signed',
    files('shop-1.4.0.tgz', 'SHA256SUMS.sigstore.json'),
    /^met: .*`SHA256SUMS\.sigstore\.json`/,
  ],
  ['nothing', 'releases-signed', { '/attestations/sha256:aa': null }, /^unmet: /],
  ['files from before digests', 'releases-signed', files('shop-1.4.0.tgz'), /^unmet: /],
  ['source of a signed tag', 'releases-signed', release({ assets: [] }), /^met: .*verified signature/],
  ['source of an unsigned tag', 'releases-signed', { ...release({ assets: [] }), ...tag(null) }, /^unmet: /],
  ['refused', 'releases-signed', { '/attestations/sha256:aa': refused('permission') }, /^unknown: /],

  ['signed and held', 'are-release-tags-signed', {}, /^met: /],
  [
    'signed, held by the release',
    'are-release-tags-signed',
    { ...release({ immutable: true }), '/rulesets': [] },
    /^met: /,
  ],
  [
    'signed, free to move',
    'are-release-tags-signed',
    { '/rulesets': [{ target: 'branch', enforcement: 'active' }] },
    /^unmet: .*can move it/,
  ],
  [
    'held by a ruleset that only evaluates',
    'are-release-tags-signed',
    { '/rulesets': [{ target: 'tag', enforcement: 'evaluate' }] },
    /^unmet: /,
  ],
  [
    'a name only',
    'are-release-tags-signed',
    { '/git/ref/tags/v1.4.0': { object: { type: 'commit', sha: 'f00' } } },
    /^unmet: `v1\.4\.0` is not signed/,
  ],
  [
    'a key that nobody knows',
    'are-release-tags-signed',
    tag({ verified: false, reason: 'unknown_key' }),
    /^unmet: .*\(`unknown_key`\)/,
  ],
  ['no release', 'are-release-tags-signed', NONE, /^unknown: /],
  ['signed', 'release-tags-signed', { '/rulesets': [] }, /^met: /],
  [
    'not signed',
    'release-tags-signed',
    tag({ verified: false, reason: 'unsigned' }),
    /^unmet: `v1\.4\.0` is not signed/,
  ],
];

test.each(CASES)('%s: %s', async (_, name, other, says) => {
  await expect(sayOf(name, acmeBut(other))).resolves.toMatch(says);
});
