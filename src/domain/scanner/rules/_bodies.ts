/** Bodies beside the plain alphabets: whole bytes in base64, base32, and one form or another. */
import { BASE64, random } from './_samples.js';
import type { Body } from './_shapes.js';

/** Base64 of exactly `bytes` random bytes, with its padding. */
export function keyBytes(bytes: number): Body {
  const length = Math.ceil((bytes * 4) / 3);
  const padding = '='.repeat((4 - (length % 4)) % 4);
  return {
    source: `[0-9A-Za-z+/]{${length}}${padding}`,
    members: '0-9A-Za-z+/=',
    make: (seed) => random(BASE64, length, seed) + padding,
    filler: 'A'.repeat(length) + padding,
  };
}

/**
 * One body or another: a vendor that has changed its format. Samples are of each in turn.
 * A body that begins like another stands before it.
 */
export function either(...bodies: readonly [Body, ...Body[]]): Body {
  return {
    source: `(?:${bodies.map(({ source }) => source).join('|')})`,
    members: bodies.reduce((widest, { members }) => (members.length > widest.length ? members : widest), ''),
    make: (seed) => (bodies[seed % bodies.length] ?? bodies[0]).make(seed),
    filler: bodies[0].filler,
  };
}

/** Base32 in lower case. */
export function lowerBase32(length: number): Body {
  return {
    source: `[a-z2-7]{${length}}`,
    members: '0-9a-z',
    make: (seed) => random('abcdefghijklmnopqrstuvwxyz234567', length, seed),
    filler: 'a'.repeat(length),
  };
}
