/** Sentry: tokens say their kind in six letters; those of organisations carry where they are for, in base64. */
import type { Rule } from '../rule.js';
import { around, BASE64, none, random } from './_samples.js';
import { lowerHex, named, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Sentry',
  rank: 'vendor',
  reference: 'https://docs.sentry.io/security-legal-pii/security/token-formats/',
  runbook: 'sentry-token',
} as const;

function organizationToken(
  seed: number,
  content: object = { iat: 1700000000, url: 'https://sentry.io', org: 'acme' },
): string {
  return `sntrys_${Buffer.from(JSON.stringify(content)).toString('base64')}_${random(BASE64, 43, seed)}`;
}

/** True when the middle of the token is the JSON that Sentry puts there. */
function saysOrganization(token: string): boolean {
  const content = Buffer.from(token.slice('sntrys_'.length), 'base64').toString('latin1');
  return content.startsWith('{"') && content.includes('"iat"');
}

const rules: readonly Rule[] = [
  {
    ...common,
    id: 'sentry-organization-token',
    title: 'Sentry organisation auth token',
    opens: 'the releases and source maps of an organisation',
    severity: 'HIGH',
    confidence: 'high',
    keywords: ['sntrys_'],
    find: /sntrys_eyJ[0-9A-Za-z+/]{20,800}={0,2}_[0-9A-Za-z+/]{43}(?![0-9A-Za-z+/_])/,
    check: ({ value }) => (saysOrganization(value) ? { confidence: 'high' } : null),
    matches: () =>
      around(organizationToken(1), organizationToken(2), organizationToken(3, { iat: 1690000000.123456, org: 'a' })),
    ignores: () =>
      none(
        organizationToken(4, { alg: 'none', typ: 'JWT', kid: 'nobody' }),
        'sntrys_token',
        organizationToken(5).slice(0, -10),
        `sntrys_${'A'.repeat(90)}_${'A'.repeat(43)}`,
        `x${organizationToken(6)}`,
      ),
  },
  {
    ...common,
    ...prefixed(['sntryu_', 'sntrya_', 'sntryi_', 'sntryr_'], lowerHex(64)),
    id: 'sentry-user-token',
    title: 'Sentry personal, app or integration token',
    opens: 'the projects, errors and settings that its owner may see',
    severity: 'HIGH',
  },
  {
    ...common,
    ...named(['sentry'], lowerHex(64)),
    id: 'sentry-legacy-token',
    title: 'Sentry auth token (older form)',
    opens: 'the projects, errors and settings that its owner may see',
    severity: 'HIGH',
  },
];

export default rules;
