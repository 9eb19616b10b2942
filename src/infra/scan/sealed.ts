/** What a build kept for a program, sealed: taken for another program, or when damaged, it would scan otherwise and nobody would know. */
import { createHash } from 'node:crypto';

const DIGEST_BYTES = 32;

export function seal(program: Uint8Array, content: Uint8Array): Buffer {
  return Buffer.concat([digestOf(program, content), content]);
}

/** Undefined where it was kept for another program, or is not as it was. */
export function unseal(program: Uint8Array, sealed: Buffer): Buffer | undefined {
  const content = sealed.subarray(DIGEST_BYTES);
  return digestOf(program, content).equals(sealed.subarray(0, DIGEST_BYTES)) ? content : undefined;
}

function digestOf(program: Uint8Array, content: Uint8Array): Buffer {
  return createHash('sha256').update(program).update(content).digest();
}
