/** The pieces in which an input is looked at, each with what surrounds it. */
import { type View, viewOfBytes } from './view.js';

/** Bytes that are looked at together. More gain nothing, and fall out of the processor's caches. */
export const PIECE_BYTES = 1024 * 1024;

/** Bytes on both sides of a piece's own that it must hold, where the input has them. */
export const PIECE_BEFORE = 8 * 1024;
export const PIECE_AFTER = 100 * 1024;

export interface Piece {
  /** The piece with what surrounds it; of a text, `bytesOf` it. */
  readonly bytes: Uint8Array;
  readonly view: View;
  /** Offset of the first byte in the input. */
  readonly base: number;
  /** What begins in `bytes[from..to)` is this piece's own. */
  readonly from: number;
  readonly to: number;
  /** True where `bytes` are those of a file, from its first one on. */
  readonly beginsFile?: boolean;
  /** What is in front of it is known to hold nothing, unless a rule looks from there beyond it. */
  readonly knownTo?: number;
}

/** What `bytes` are scanned as: one piece after the other, each with its surroundings. */
export function* piecesOf(bytes: Uint8Array, size = PIECE_BYTES): Generator<Piece> {
  for (let own = 0; own < bytes.length; own += size) {
    const base = Math.max(0, own - PIECE_BEFORE);
    const around = bytes.subarray(base, Math.min(bytes.length, own + size + PIECE_AFTER));
    yield {
      bytes: around,
      view: viewOfBytes(around),
      base,
      from: own - base,
      to: Math.min(own + size, bytes.length) - base,
      beginsFile: own === 0,
    };
  }
}
