/** Akamai EdgeGrid: client secrets stand beside tokens that begin with akab-, as in an `.edgerc`. */
import type { Rule } from '../rule.js';
import { keyBytes } from './_bodies.js';
import { ALNUM, around, DIGITS, LOWER, none, random } from './_samples.js';
import { named } from './_shapes.js';

const TOKEN = /akab-[a-z0-9]{16}-[a-z0-9]{16}(?![a-z0-9.-])/;
const token = (seed: number): string =>
  `akab-${random(DIGITS + LOWER, 16, seed)}-${random(DIGITS + LOWER, 16, seed + 1)}`;

const common = {
  version: 1,
  provider: 'Akamai',
  rank: 'vendor',
  reference: 'https://techdocs.akamai.com/developer/docs/edgegrid',
  runbook: 'akamai-credentials',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    id: 'akamai-edgegrid-token',
    title: 'Akamai EdgeGrid client or access token',
    opens: 'an API client, together with its client secret',
    severity: 'HIGH',
    confidence: 'medium',
    keywords: ['akab-'],
    find: TOKEN,
    matches: () => around(token(1), token(3)),
    ignores: () =>
      none(`host = ${token(5)}.luna.akamaiapis.net`, 'akab-client-token', token(6).slice(0, 24), `x${token(7)}`),
  },
  {
    ...common,
    ...named(['akamai', 'edgegrid', 'edgerc', 'eg_client'], keyBytes(32)),
    id: 'akamai-client-secret',
    title: 'Akamai EdgeGrid client secret',
    opens: 'the properties that the API client may change',
    severity: 'HIGH',
  },
  {
    ...common,
    id: 'akamai-edgerc-secret',
    title: 'Akamai EdgeGrid client secret beside its tokens',
    opens: 'the properties that the API client may change',
    severity: 'HIGH',
    confidence: 'high',
    keywords: ['client_secret'],
    find: /client_secret["']?[ \t]{0,4}[=:][ \t]{0,4}["']?(?<secret>[A-Za-z0-9+/]{43}=)(?![A-Za-z0-9+/=])/,
    check: ({ text, start, end }) =>
      /akab-[a-z0-9]{16}-/.test(text.slice(Math.max(0, start - 400), end + 400)) ? { confidence: 'high' } : null,
    matches: () =>
      [1, 2, 3].map((seed) => {
        const value = keyBytes(32).make(seed);
        return { text: `[default]\nclient_secret = ${value}\naccess_token = ${token(seed)}\n`, value };
      }),
    ignores: () =>
      none(
        `client_secret = ${keyBytes(32).make(4)}\n`,
        `client_secret = short\naccess_token = ${token(5)}`,
        `client_secret = ${random(ALNUM, 60)}\naccess_token = ${token(5)}`,
      ),
  },
];

export default rules;
