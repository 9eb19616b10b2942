/** Seed phrases (BIP 39): twelve to 24 lower-case words given to a name that says so. The list of words is not here: their form is enough. */
import type { Rule } from '../rule.js';
import { LOWER, none, random } from './_samples.js';

const COUNTS = [12, 15, 18, 21, 24];
/** Words of prose that are in no list of BIP 39. */
const PROSE = /\b(?:the|and|for|are|was|your|with|which|words|phrase|mnemonic)\b/;
/** Published for tests: `test test test … junk`, `abandon abandon … about`, and the ones of Ganache and Truffle. */
const PUBLISHED = /(?:test ){3}|(?:abandon ){3}|(?:zoo ){3}|^candy maple cake sugar|^myth like bonus scare/;

const phrase = (count: number, seed: number): string =>
  Array.from({ length: count }, (_, index) => random(LOWER, 3 + ((index * 7 + seed) % 6), seed * 31 + index)).join(' ');

const NAMES = [
  'mnemonic',
  'seed_phrase',
  'seed-phrase',
  'seedphrase',
  'recovery_phrase',
  'recoveryphrase',
  'secret_phrase',
];

const rule: Rule = {
  id: 'wallet-seed-phrase',
  version: 1,
  provider: 'Wallets',
  title: 'Seed phrase of a wallet (BIP 39)',
  opens: 'the coins of a whole wallet on every chain, for good',
  severity: 'MAXIMUM',
  confidence: 'medium',
  rank: 'vendor',
  boundary: 'anywhere',
  keywords: NAMES,
  find: /(?:mnemonic|(?:seed|recovery|secret)[_-]?phrase)[A-Za-z0-9_-]{0,20}["'`]?\]?(?:[ \t]{0,4}:[ \t]{0,4}string)?[ \t]{0,4}(?::=|=>|[:=,(])[ \t]{0,4}["'`]?(?<secret>[a-z]{3,8}(?: [a-z]{3,8}){11,23})(?![A-Za-z]| [A-Za-z])/i,
  check: ({ value }) => {
    const words = value.split(' ');
    const fits =
      COUNTS.includes(words.length) && new Set(words).size >= words.length - 2 && value === value.toLowerCase();
    return fits && !PROSE.test(value) && !PUBLISHED.test(value) ? { confidence: 'medium' } : null;
  },
  reference: 'https://github.com/bitcoin/bips/blob/master/bip-0039.mediawiki',
  runbook: 'crypto-wallet',
  matches: () =>
    NAMES.flatMap((name, seed) => {
      const value = phrase(COUNTS[seed % COUNTS.length] ?? 12, seed + 1);
      return [`${name}: "${value}"`, `${name.toUpperCase()}=${value}\n`].map((text) => ({ text, value }));
    }),
  ignores: () =>
    none(
      `mnemonic = "${phrase(11, 20)}"`,
      `mnemonic = "${phrase(13, 21)}"`,
      `mnemonic = "${'test '.repeat(11)}junk"`,
      'mnemonic: write down the twelve words that are shown and keep them somewhere safe',
      phrase(12, 22),
    ),
};

export default rule;
