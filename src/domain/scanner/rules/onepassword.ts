/** 1Password: tokens of service accounts hold a JSON object; Secret Keys come in groups of capitals. */
import type { Rule } from '../rule.js';
import { ALNUM, around, none, random, UPPER } from './_samples.js';

/** A service account token is base64 of its sign-in address, keys and secret as JSON. */
const token = (seed: number): string => {
  const account = { signInAddress: 'acme.1password.com', userAuth: { method: 'SRPg-4096' }, secretKey: '@' };
  const json = JSON.stringify(account).replace('@', random(UPPER, 34, seed));
  return `ops_${Buffer.from(json + random(ALNUM, 220, seed)).toString('base64url')}`;
};

const GROUP = '-[A-Z0-9]{5}';

const secretKey = (seed: number): string =>
  [
    'A3',
    ...[6, 6, 5, 5, 5, 5].map((length, part) => random('ABCDEFGHJKLMNPQRSTUVWXYZ23456789', length, seed + part)),
  ].join('-');

const common = {
  version: 1,
  provider: '1Password',
  rank: 'vendor',
  reference: 'https://developer.1password.com/docs/service-accounts/',
  runbook: 'onepassword-token',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    id: 'onepassword-service-account-token',
    title: '1Password service account token',
    opens: 'the vaults given to the service account',
    severity: 'MAXIMUM',
    confidence: 'high',
    keywords: ['ops_eyj'],
    find: /ops_eyJ[A-Za-z0-9_/+-]{200,3000}={0,2}(?![A-Za-z0-9_/+-])/,
    check: ({ value }) =>
      /^\{ ?"[A-Za-z]{2,40}":/.test(Buffer.from(value.slice(4, 124), 'base64url').toString('latin1'))
        ? { confidence: 'high' }
        : null,
    matches: () => around(token(1), token(2)),
    ignores: () =>
      none(`ops_eyJ${random(ALNUM, 240)}`, 'ops_eyJ begins a token', token(3).slice(0, 120), `d${token(4)}`),
  },
  {
    ...common,
    id: 'onepassword-secret-key',
    title: '1Password Secret Key',
    opens: 'together with a password: every vault of a person',
    severity: 'HIGH',
    reference: 'https://support.1password.com/secret-key-security/',
    confidence: 'high',
    keywords: ['a3-'],
    find: new RegExp(`A3-[A-Z0-9]{6}-(?:[A-Z0-9]{6}${GROUP}|[A-Z0-9]{11})(?:${GROUP}){3}(?![A-Za-z0-9_-])`),
    matches: () => around(secretKey(1), secretKey(9)),
    ignores: () =>
      none(
        'A3-ABCDEF',
        secretKey(3).slice(0, 20),
        secretKey(5).toLowerCase(),
        `${secretKey(7)}-${'ABC'.repeat(2)}`,
        `A3-${'X'.repeat(6)}-${'X'.repeat(6)}${`-${'X'.repeat(5)}`.repeat(4)}`,
      ),
  },
];

export default rules;
