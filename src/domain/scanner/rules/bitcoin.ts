/** Bitcoin and its kin: private keys for wallets (WIF) and extended private keys (BIP 32), both with a checksum. */
import type { Rule, Verdict } from '../rule.js';
import { BITCOIN_58, checkedPayload, withChecksum } from './_base58.js';
import { nearby } from './_nearby.js';
import { around, HEX, none, random } from './_samples.js';

const common = {
  version: 1,
  provider: 'Bitcoin',
  rank: 'vendor',
  confidence: 'high',
  runbook: 'crypto-wallet',
} as const;

/** First bytes of private keys: Bitcoin, its test network, Litecoin, Dogecoin. */
const NETWORKS = [0x80, 0xef, 0xb0, 0x9e];
/** Of the test vectors of BIP 32, and the example of the Bitcoin wiki. */
const PUBLISHED = /^(?:xprv9s21ZrQH143K(?:3QTDL4|31xYSD|25QhxbuT)|5HueCGU8)/;
const MEMBERS = '1-9A-HJ-NP-Za-km-z';

function judgeWif(value: string): Verdict | null {
  if (PUBLISHED.test(value)) return null;
  const payload = checkedPayload(value);
  if (payload === null || !NETWORKS.includes(payload[0] ?? 0)) return null;
  const isKey = payload.length === 33 || (payload.length === 34 && payload[33] === 1);
  return isKey ? { confidence: payload[0] === 0xef ? 'low' : 'high' } : null;
}

const bytes = (length: number, seed: number): string => random(HEX, 2 * length, seed);
const payload = (hex: string): string => withChecksum(Buffer.from(hex, 'hex'));
const wif = (seed: number): string => payload(`80${bytes(32, seed)}${seed % 2 === 0 ? '01' : ''}`);
/** Version, depth, parent, index, chain code, and the key behind a zero. */
const extended = (version: string, seed: number): string =>
  payload(`${version}00${'00'.repeat(8)}${bytes(32, seed)}00${bytes(32, seed + 1)}`);
/** Another last character, so that the checksum fails. */
const mistyped = (value: string): string => value.slice(0, -1) + (value.endsWith('2') ? '3' : '2');

const NAMES = [
  'bitcoin',
  'btc_',
  'wif_',
  '_wif',
  '"wif"',
  'wif=',
  'fromwif',
  'privkey',
  'priv_key',
  'private_key',
  'privatekey',
];

const rules: readonly Rule[] = [
  {
    ...common,
    id: 'bitcoin-private-key',
    title: 'Bitcoin private key (wallet import format)',
    opens: 'the coins at its address, for good',
    severity: 'MAXIMUM',
    boundary: 'anywhere',
    keywords: NAMES,
    find: nearby(`[5KLTQ69c][${MEMBERS}]{50,51}`, MEMBERS, 52, judgeWif),
    reference: 'https://en.bitcoin.it/wiki/Wallet_import_format',
    matches: () =>
      NAMES.flatMap((name, seed) => {
        const value = wif(seed + 1);
        return [`${name}: "${value}"`, `${name}(${value})`].map((text) => ({ text, value }));
      }),
    ignores: () =>
      none(
        `bitcoin_key = ${mistyped(wif(30))}`,
        `bitcoin_address = ${payload(`00${bytes(20, 31)}`)}`,
        `private_key = ${random(BITCOIN_58, 51, 32)}`,
        wif(33),
      ),
  },
  {
    ...common,
    id: 'bip32-private-key',
    title: 'Extended private key (BIP 32)',
    opens: 'the coins of a whole wallet, for good',
    severity: 'MAXIMUM',
    keywords: ['xprv', 'yprv', 'zprv', 'tprv'],
    find: new RegExp(`[xyzt]prv[${MEMBERS}]{106,108}(?![A-Za-z0-9])`),
    check: ({ value }) => {
      if (PUBLISHED.test(value) || checkedPayload(value)?.length !== 78) return null;
      return { confidence: value.startsWith('t') ? 'low' : 'high' };
    },
    reference: 'https://github.com/bitcoin/bips/blob/master/bip-0032.mediawiki',
    matches: () =>
      around(
        ...['0488ade4', '049d7878', '04b2430c', '04358394'].map((version, seed) => extended(version, 3 * seed + 1)),
      ),
    ignores: () =>
      none(
        mistyped(extended('0488ade4', 20)),
        extended('0488b21e', 22),
        `xprv${random(BITCOIN_58, 107, 24)}`,
        'xprv and xpub are prefixes',
      ),
  },
];

export default rules;
