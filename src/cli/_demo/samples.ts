/** Sample secrets for the demo, assembled at run time so that no file of this project holds one. */
import { randomInt } from 'node:crypto';

const UPPER_BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const BASE62 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** An AWS access key pair that looks real and belongs to nobody. */
export function awsKeyPair(): { readonly id: string; readonly secret: string } {
  return { id: ['AK', 'IA', pick(UPPER_BASE32, 16)].join(''), secret: pick(`${BASE62}/+`, 40) };
}

function pick(alphabet: string, length: number): string {
  return Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
}
