/** Stellar: secret seeds are base 32, begin with `S` and end in a CRC-16. */
import type { Rule } from '../rule.js';
import { nearby } from './_nearby.js';
import { none, random } from './_samples.js';

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** CRC-16/XMODEM, as SEP 23 asks for. */
function crc16(bytes: readonly number[]): number {
  let crc = 0;
  for (const byte of bytes) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1) & 0xffff;
  }
  return crc;
}

/** 56 characters of five bits are 35 bytes: the version, 32 of the seed, and the checksum, low byte first. */
function isSeed(value: string): boolean {
  const bytes = decode(value);
  return crc16(bytes.slice(0, 33)) === (bytes[33] ?? 0) + 256 * (bytes[34] ?? 0);
}

function decode(value: string): number[] {
  const bits = [...value].map((char) => BASE32.indexOf(char).toString(2).padStart(5, '0')).join('');
  return (bits.match(/[01]{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2));
}

/** 33 bytes are 264 bits, so that the 53rd character holds the last four of the seed and the first of the checksum. */
function seedOf(seed: number): string {
  const bytes = decode(`S${random(BASE32, 55, seed)}`).slice(0, 33);
  const crc = crc16(bytes);
  const bits = [...bytes, crc & 0xff, crc >>> 8].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/[01]{5}/g) ?? []).map((symbol) => BASE32[Number.parseInt(symbol, 2)] ?? '').join('');
}

const NAMES = ['stellar', 'soroban', 'fromsecret', 'secretseed', 'secret_seed'];

const rule: Rule = {
  id: 'stellar-secret-seed',
  version: 1,
  provider: 'Stellar',
  title: 'Stellar secret seed',
  opens: 'the coins of an account',
  severity: 'MAXIMUM',
  confidence: 'high',
  rank: 'vendor',
  boundary: 'anywhere',
  keywords: NAMES,
  find: nearby('S[A-Z2-7]{55}', 'A-Za-z0-9', 56, (value) => (isSeed(value) ? { confidence: 'high' } : null)),
  reference: 'https://github.com/stellar/stellar-protocol/blob/master/ecosystem/sep-0023.md',
  runbook: 'crypto-wallet',
  matches: () =>
    NAMES.map((name, seed) => {
      const value = seedOf(seed + 1);
      return { text: `${name}('${value}')`, value };
    }),
  ignores: () =>
    none(
      `stellar_seed = ${seedOf(7).slice(0, -1)}${seedOf(7).endsWith('A') ? 'B' : 'A'}`,
      `stellar_seed = S${random(BASE32, 55, 8)}`,
      `stellar_account = G${random(BASE32, 55, 9)}`,
      seedOf(10),
    ),
};

export default rule;
