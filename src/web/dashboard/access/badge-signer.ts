/** Addresses of badges: whoever has one sees that badge, and can make up none of another repository. */
import { createHmac, hkdfSync } from 'node:crypto';
import { isSame } from './seal.js';

export interface BadgeSigner {
  /** `/badge/4711/….svg` */
  pathOf(repositoryId: number): string;
  /** True for a signature of this repository's, made with the current key or the one before it. */
  isGenuine(repositoryId: number, signature: string): boolean;
}

/** Of 256 bits as many as nobody guesses, so that addresses stay short. */
const BYTES = 16;

/** @param keys of the fingerprints of findings; badges have a key of their own that is made of it */
export function createBadgeSigner({
  key,
  previousKey,
}: {
  readonly key: Uint8Array;
  readonly previousKey?: Uint8Array;
}): BadgeSigner {
  const derive = (secret: Uint8Array) => new Uint8Array(hkdfSync('sha256', secret, '', 'seaworthy badges v1', 32));
  const current = derive(key);
  const accepted = previousKey === undefined ? [current] : [current, derive(previousKey)];
  return {
    pathOf: (repositoryId) => `/badge/${repositoryId}/${signatureOf(current, repositoryId)}.svg`,
    isGenuine: (repositoryId, signature) =>
      // All of them, so that the time tells nothing.
      accepted.map((one) => isSame(signature, signatureOf(one, repositoryId))).includes(true),
  };
}

function signatureOf(key: Uint8Array, repositoryId: number): string {
  return createHmac('sha256', key).update(String(repositoryId)).digest().subarray(0, BYTES).toString('base64url');
}
