/** Solana: a keypair is 64 bytes, a seed and its public key, as an array of numbers or in base 58; the halves prove each other. */
import { createPrivateKey, createPublicKey } from 'node:crypto';
import type { Finder, Rule, Sample } from '../rule.js';
import { base58Decode, base58Encode } from './_base58.js';
import { nearby } from './_nearby.js';
import { BASE64, HEX, none, random } from './_samples.js';

/** PKCS #8 of an Ed25519 key, up to its 32 bytes. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

function publicKeyOf(seed: Uint8Array): Buffer {
  const key = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });
  return createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32);
}

/** The last 32 bytes must be the public key of the first. */
function isKeypair(bytes: Uint8Array): boolean {
  return bytes.length === 64 && publicKeyOf(bytes.subarray(0, 32)).equals(bytes.subarray(32));
}

const MEMBERS = '1-9A-HJ-NP-Za-km-z';
const text58 = nearby(`[${MEMBERS}]{86,88}`, MEMBERS, 88, (value) =>
  isKeypair(base58Decode(value) ?? Buffer.alloc(0)) ? { confidence: 'high' } : null,
);

/** How far behind a name the bracket may stand: `Keypair.fromSecretKey(Uint8Array.from([`. */
const REACH = 60;
const ARRAY = /\[\s{0,20}(?:\d{1,3}\s{0,2},\s{0,20}){63}\d{1,3}\s{0,2},?\s{0,20}\]/y;

const array: Finder = (text, at, keyword) => {
  const from = at + keyword.length;
  const bracket = text.slice(from, from + REACH).indexOf('[');
  if (bracket === -1) return null;
  ARRAY.lastIndex = from + bracket;
  const found = ARRAY.exec(text)?.[0];
  if (found === undefined) return null;
  const numbers = (found.match(/\d{1,3}/g) ?? []).map(Number);
  if (numbers.some((byte) => byte > 255) || !isKeypair(Uint8Array.from(numbers))) return null;
  return { start: from + bracket, end: from + bracket + found.length };
};

function keypair(seed: number): Buffer {
  const bytes = Buffer.from(random(HEX, 64, seed), 'hex');
  return Buffer.concat([bytes, publicKeyOf(bytes)]);
}

const NAMES = ['solana', 'phantom', 'keypair', 'secretkey', 'secret_key', 'private_key', 'privatekey'];

const rule: Rule = {
  id: 'solana-keypair',
  version: 1,
  provider: 'Solana',
  title: 'Solana keypair',
  opens: 'the coins and programs of an account',
  severity: 'MAXIMUM',
  confidence: 'high',
  rank: 'vendor',
  boundary: 'anywhere',
  keywords: NAMES,
  find: (text, at, keyword, path) => array(text, at, keyword, path) ?? text58(text, at, keyword, path),
  reference: 'https://solana.com/developers/cookbook/wallets/restore-keypair',
  runbook: 'crypto-wallet',
  matches: () =>
    NAMES.flatMap((name, seed): Sample[] => {
      const bytes = keypair(seed + 1);
      const values = [`[${bytes.join(',')}]`, `[\n  ${[...bytes].join(',\n  ')}\n]`, base58Encode(bytes)];
      return values.map((value) => ({ text: `${name} = ${value};\n`, value }));
    }),
  ignores: () =>
    none(
      `keypair = [${[...keypair(20)].reverse().join(',')}]`,
      `keypair = [${keypair(21).subarray(0, 63).join(', ')}]`,
      `solana_signature = ${base58Encode(Buffer.from(random(BASE64, 84, 22), 'base64'))}`,
      `[${keypair(23).join(',')}]`,
    ),
};

export default rule;
