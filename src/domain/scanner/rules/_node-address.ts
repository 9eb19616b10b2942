/** A key that is part of a blockchain node's address, as three vendors give it out. */
import type { Rule } from '../rule.js';
import { none } from './_samples.js';
import type { Body } from './_shapes.js';

type Shape = Pick<Rule, 'keywords' | 'find' | 'confidence' | 'matches' | 'ignores' | 'boundary'>;

/** @param find begins at one of `hosts`, with the key in its group `secret`; `body` makes the samples' keys. */
export function nodeAddress(hosts: readonly string[], body: Body, find: RegExp): Shape {
  const address = (host: string, key: string): string => `https://eth-main${host}${key}`;
  return {
    confidence: 'high',
    boundary: 'anywhere',
    keywords: hosts,
    find,
    matches: () =>
      [1, 2, 3].flatMap((seed) => {
        const value = body.make(seed);
        return hosts.map((host) => ({ text: `RPC_URL=${address(host, value)}\n`, value }));
      }),
    ignores: () =>
      hosts.flatMap((host) =>
        none(address(host, ''), address(host, body.make(9).slice(0, 12)), address(host, '<key>')),
      ),
  };
}
