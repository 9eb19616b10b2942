/** Nostr: private keys in Bech32 behind `nsec1`, with a checksum; nobody can revoke one. */
import type { Rule } from '../rule.js';
import { BECH32, bech32, hasBech32Checksum } from './_bech32.js';
import { around, none, random } from './_samples.js';

const key = (seed: number): string => bech32('nsec', `${random(BECH32, 51, seed)}s`);

const rule: Rule = {
  id: 'nostr-private-key',
  version: 1,
  provider: 'Nostr',
  title: 'Nostr private key',
  opens: 'an identity for good: posting and reading messages as its owner',
  severity: 'HIGH',
  confidence: 'high',
  rank: 'vendor',
  keywords: ['nsec1'],
  find: /nsec1[ac-hj-np-z02-9]{58}(?![a-z0-9])/,
  check: ({ value }) => (hasBech32Checksum(value) ? { confidence: 'high' } : null),
  reference: 'https://github.com/nostr-protocol/nips/blob/master/19.md',
  runbook: 'nostr-key',
  matches: () => around(key(1), key(2)),
  ignores: () =>
    none(
      'nsec1 and so on',
      `${key(3).slice(0, -1)}${key(3).endsWith('q') ? 'p' : 'q'}`,
      bech32('npub', `${random(BECH32, 51, 4)}s`),
      `nsec1${'q'.repeat(58)}`,
    ),
};

export default rule;
