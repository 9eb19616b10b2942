/** XRP Ledger: seeds of accounts begin with `s` and end in a checksum, in an alphabet of their own. */
import type { Rule } from '../rule.js';
import { checkedPayload, RIPPLE_58, withChecksum } from './_base58.js';
import { nearby } from './_nearby.js';
import { HEX, none, random } from './_samples.js';

const MEMBERS = '1-9A-HJ-NP-Za-km-z';
/** First bytes of a seed, by the kind of key that is made of it; sixteen bytes follow. */
const SECP256K1 = '21';
const ED25519 = '01e14b';
/** The account that every test network starts with: the seed of "masterpassphrase", in the documentation. */
const PUBLISHED = 'snoPBrXt';

function isSeed(value: string): boolean {
  if (value.startsWith(PUBLISHED)) return false;
  const payload = checkedPayload(value, RIPPLE_58)?.toString('hex') ?? '';
  return [SECP256K1, ED25519].some((kind) => payload.startsWith(kind) && payload.length === kind.length + 32);
}

const seedOf = (kind: string, seed: number): string =>
  withChecksum(Buffer.from(kind + random(HEX, 32, seed), 'hex'), RIPPLE_58);
const NAMES = ['xrp', 'ripple', 'fromseed', 'family_seed', 'familyseed'];

const rule: Rule = {
  id: 'xrp-seed',
  version: 1,
  provider: 'XRP Ledger',
  title: 'XRP Ledger account seed',
  opens: 'the coins of an account',
  severity: 'MAXIMUM',
  confidence: 'high',
  rank: 'vendor',
  boundary: 'anywhere',
  keywords: NAMES,
  find: nearby(`s[${MEMBERS}]{26,31}`, MEMBERS, 32, (value) => (isSeed(value) ? { confidence: 'high' } : null)),
  reference: 'https://xrpl.org/docs/concepts/accounts/cryptographic-keys',
  runbook: 'crypto-wallet',
  matches: () =>
    NAMES.map((name, seed) => {
      const value = seedOf(seed % 2 === 0 ? SECP256K1 : ED25519, seed + 1);
      return { text: `${name}("${value}")`, value };
    }),
  ignores: () =>
    none(
      `xrp_seed = ${seedOf(SECP256K1, 7).slice(0, -1)}r`,
      `xrp_seed = s${random(RIPPLE_58, 28, 8)}`,
      `xrp_address = ${withChecksum(Buffer.from(`00${random(HEX, 40, 9)}`, 'hex'), RIPPLE_58)}`,
      seedOf(SECP256K1, 10),
    ),
};

export default rule;
