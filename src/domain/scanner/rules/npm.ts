/** npm's access tokens, and the token that an `.npmrc` hands to any registry. */
import type { Rule } from '../rule.js';
import { isWordy } from './_words.js';
import { END } from './_assigned.js';
import { base62, crc32, endsWithCrc } from './_checks.js';
import { ALNUM, around, HEX, none, random } from './_samples.js';

const common = {
  version: 2,
  provider: 'npm',
  severity: 'HIGH',
  reference: 'https://docs.npmjs.com/about-access-tokens',
  runbook: 'npm-token',
} as const;

function token(seed: number): string {
  const body = random(ALNUM, 30, seed);
  return `npm_${body}${base62(crc32(body))}`;
}

function uuid(seed: number): string {
  return [8, 4, 4, 4, 12].map((length, index) => random(HEX, length, seed + index)).join('-');
}

const rules: readonly Rule[] = [
  {
    ...common,
    id: 'npm-access-token',
    title: 'npm access token',
    opens: 'the packages its owner may read or publish',
    confidence: 'high',
    rank: 'vendor',
    keywords: ['npm_'],
    find: new RegExp(`npm_[A-Za-z0-9]{36}${END}`),
    check: ({ value }) => (endsWithCrc(value, 'npm_') ? { confidence: 'high' } : null),
    matches: () => around(token(1), token(2)),
    ignores: () =>
      none(
        'npm_config_registry=https://registry.npmjs.org',
        `npm_${random(ALNUM, 35)}`,
        // A checksum that does not fit.
        `npm_${random(ALNUM, 36)}`,
        `npm_${'x'.repeat(36)}`,
        `npm_lifecycle_${random(ALNUM, 36)}`,
      ),
  },
  {
    ...common,
    version: 3,
    id: 'npmrc-auth-token',
    title: 'Registry token in .npmrc',
    opens: 'a package registry, in the name of the token’s owner',
    confidence: 'medium',
    rank: 'format',
    boundary: 'anywhere',
    keywords: [':_authtoken', ':_password', ':_auth='],
    find: /:_(?:authToken|password|auth)[ \t]{0,4}=[ \t]{0,4}["']?(?<secret>[A-Za-z0-9_/+=.-]{16,400})(?![A-Za-z0-9_/+=.-])/i,
    check: ({ value }) => (isWordy(value) ? null : { confidence: 'medium' }),
    reference: 'https://docs.npmjs.com/cli/v11/configuring-npm/npmrc#auth-related-configuration',
    matches: () =>
      [
        ['_authToken', uuid(3)],
        ['_password', random(ALNUM, 24, 4)],
        ['_auth', random(ALNUM, 32, 5)],
      ].map(([name = '', value = '']) => ({ text: `//registry.acme.test/:${name}=${value}\n`, value })),
    ignores: () =>
      none(
        // biome-ignore lint/suspicious/noTemplateCurlyInString: this is how an .npmrc names a variable
        '//registry.acme.test/:_authToken=${NPM_TOKEN}',
        '//registry.acme.test/:_authToken=',
        '//registry.acme.test/:_authToken=your-token-goes-here',
        '//registry.acme.test/:_password=short',
      ),
  },
];

export default rules;
