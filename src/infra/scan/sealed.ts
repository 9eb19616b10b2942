/** What a build kept for a program, sealed: taken for another program, or when damaged, it would scan otherwise and nobody would know. */
import { createHash } from 'node:crypto';

export interface Kept {
  /** What V8 made of the program: its code cache. */
  readonly compiled: Buffer;
  /** The tables of the keywords, as `node:v8` writes data. */
  readonly prepared: Buffer;
}

const DIGEST_BYTES = 32;
const HEAD_BYTES = DIGEST_BYTES + 4;

/** A digest of the program and of what follows, the length of the tables, the tables, and the code cache. */
export function seal(program: Uint8Array, { compiled, prepared }: Kept): Buffer {
  const length = Buffer.alloc(HEAD_BYTES - DIGEST_BYTES);
  length.writeUInt32LE(prepared.length);
  const content = Buffer.concat([length, prepared, compiled]);
  return Buffer.concat([digestOf(program, content), content]);
}

/** Undefined where it was kept for another program, or is not as it was. */
export function unseal(program: Uint8Array, sealed: Buffer): Kept | undefined {
  if (!digestOf(program, sealed.subarray(DIGEST_BYTES)).equals(sealed.subarray(0, DIGEST_BYTES))) return undefined;
  const end = HEAD_BYTES + sealed.readUInt32LE(DIGEST_BYTES);
  return { prepared: sealed.subarray(HEAD_BYTES, end), compiled: sealed.subarray(end) };
}

function digestOf(program: Uint8Array, content: Uint8Array): Buffer {
  return createHash('sha256').update(program).update(content).digest();
}
