/** Google Cloud: API keys, OAuth client secrets, and the keys of service accounts. */
import type { Finder, Rule } from '../rule.js';
import { pemBlock } from './_pem.js';
import { around, BASE64, BASE64URL, HEX, none, random } from './_samples.js';

const common = { version: 1, provider: 'Google Cloud', rank: 'vendor' } as const;

/** The fields of a key file stand within this distance of its private key: five short ones before, six after. */
const KEY_FILE = 2000;

/** The private key in a service account's JSON; the account's address must stand near it. */
const serviceAccountKey: Finder = (text, at, keyword) => {
  const gap = /^["\\]{1,3}[ \t]{0,8}:[ \t]{0,8}[\\]?"/.exec(text.slice(at + keyword.length, at + keyword.length + 40));
  if (gap === null) return null;
  const block = pemBlock(text, at + keyword.length + gap[0].length);
  if (block === null || block.encrypted) return null;
  const near = text.slice(Math.max(0, at - KEY_FILE), at) + text.slice(block.end, block.end + KEY_FILE);
  return /service_account|\.gserviceaccount\.com/.test(near) ? block : null;
};

function keyFile(seed: number, type: string): { text: string; value: string } {
  const value = [
    `${'-'.repeat(5)}BEGIN PRIVATE KEY${'-'.repeat(5)}`,
    random(BASE64, 64, seed),
    random(BASE64, 64, seed + 1),
    `${'-'.repeat(5)}END PRIVATE KEY${'-'.repeat(5)}`,
  ].join('\\n');
  const account = { type, private_key_id: random(HEX, 40, seed), private_key: '@', client_id: '1' };
  return { text: JSON.stringify(account, null, seed % 3).replace('@', `${value}\\n`), value };
}

const rules: readonly Rule[] = [
  {
    ...common,
    id: 'google-api-key',
    title: 'Google API key',
    opens: 'the Google APIs that the key is not kept from, on the project’s bill',
    severity: 'MEDIUM',
    confidence: 'high',
    keywords: ['aiza'],
    find: /AIza[A-Za-z0-9_-]{35}(?![A-Za-z0-9_-])/,
    reference: 'https://docs.cloud.google.com/docs/authentication/api-keys',
    runbook: 'google-api-key',
    matches: () => around(`AIza${random(BASE64URL, 35, 1)}`, `AIza${random(BASE64URL, 35, 2)}`),
    ignores: () =>
      none(
        'AIza is how they start',
        `AIza${random(BASE64URL, 30)}`,
        `AIza${'x'.repeat(35)}`,
        `AIza${random(BASE64URL, 60)}`,
        `aiza${random(BASE64URL, 35)}`,
      ),
  },
  {
    ...common,
    id: 'google-oauth-secret',
    title: 'Google OAuth client secret',
    opens: 'acting as the application towards people who sign in with Google',
    severity: 'HIGH',
    confidence: 'high',
    keywords: ['gocspx-'],
    find: /GOCSPX-[A-Za-z0-9_-]{28}(?![A-Za-z0-9_-])/,
    reference: 'https://developers.google.com/identity/protocols/oauth2',
    runbook: 'google-oauth-secret',
    matches: () => around(`GOCSPX-${random(BASE64URL, 28, 1)}`),
    ignores: () =>
      none('GOCSPX-your-secret', `GOCSPX-${random(BASE64URL, 20)}`, `GOCSPX-${'a'.repeat(28)}`, 'gocspx-config'),
  },
  {
    ...common,
    id: 'google-service-account-key',
    title: 'Google Cloud service account key',
    opens: 'everything the service account may do',
    severity: 'MAXIMUM',
    confidence: 'high',
    boundary: 'anywhere',
    judgesPlaceholders: true,
    keywords: ['private_key'],
    find: serviceAccountKey,
    reference: 'https://docs.cloud.google.com/iam/docs/keys-create-delete',
    runbook: 'google-service-account',
    matches: () => [1, 2, 3].map((seed) => keyFile(seed, 'service_account')),
    ignores: () => [
      keyFile(4, 'something_else'),
      ...none('{"private_key": "redacted", "type": "service_account"}', '"private_key_id": "12", service_account'),
    ],
  },
];

export default rules;
