/** Intercom: access tokens are base64 of the word tok, a UUID with underscores and two numbers. */
import type { Rule } from '../rule.js';
import { around, HEX, none, random } from './_samples.js';
import { lowerHex, named } from './_shapes.js';

const common = { version: 1, provider: 'Intercom', rank: 'vendor', runbook: 'intercom-token' } as const;

const encoded = (word: string, seed: number): string =>
  Buffer.from(`${word}:${[8, 4, 4, 4, 12].map((length) => random(HEX, length, seed)).join('_')}:1:0`).toString(
    'base64',
  );

const rules: readonly Rule[] = [
  {
    ...common,
    id: 'intercom-access-token',
    title: 'Intercom access token',
    opens: 'the conversations and customers of a workspace',
    severity: 'HIGH',
    confidence: 'high',
    keywords: ['dg9ro'],
    find: /dG9rO[0-9A-Za-z+/]{54}=(?![0-9A-Za-z+/=])/,
    check: ({ value }) =>
      /^tok:[0-9a-f]{8}_(?:[0-9a-f]{4}_){3}[0-9a-f]{12}:/.test(Buffer.from(value, 'base64').toString('latin1'))
        ? { confidence: 'high' }
        : { confidence: 'medium' },
    reference: 'https://developers.intercom.com/docs/build-an-integration/learn-more/authentication',
    matches: () => around(encoded('tok', 1), encoded('tok', 2), encoded('tok', 3)),
    ignores: () => none(encoded('tik', 1), 'dG9rO', `x${encoded('tok', 4)}`, encoded('tok', 5).slice(0, 40)),
  },
  {
    ...common,
    ...named(['intercom_secret', 'intercom_identity', 'intercom_client_secret', 'intercomsecret'], {
      ...lowerHex(40),
      source: '(?:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|[0-9A-Za-z_-]{40})',
    }),
    id: 'intercom-secret',
    title: 'Intercom identity verification or client secret',
    opens: 'posing as any customer in the messenger, or as an app',
    severity: 'HIGH',
    reference: 'https://www.intercom.com/help/en/articles/183-set-up-identity-verification-for-web-and-mobile',
  },
];

export default rules;
