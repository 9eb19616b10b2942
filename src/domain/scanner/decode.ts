/** The text of a file's bytes, and the way back from places in the text to places in the bytes. */
import { isAscii, isUtf8 } from 'node:buffer';
import { byteOffsets } from './byte-offsets.js';
import type { Span } from './rule.js';

export interface Decoded {
  readonly text: string;
  /** True when each unit of the text is one byte. */
  readonly byteForByte: boolean;
  /** Turns offsets of `spans`, in UTF-16 units, into offsets in the bytes. */
  offsetsOf(spans: readonly Span[]): (offset: number) => number;
}

const same = (): ((offset: number) => number) => (offset) => offset;
const double = (): ((offset: number) => number) => (offset) => 2 * offset;

/**
 * True where a byte order mark says UTF-16, as Windows programs write it: no keyword would be found in such bytes.
 * Two bytes must not hide a file, so there has to be a zero as well, which every line end and blank in UTF-16 brings.
 */
export function isUtf16(bytes: Uint8Array): boolean {
  const marked = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return marked && bytes.subarray(0, 4096).includes(0);
}

/** Reads UTF-16 by its byte order mark, then UTF-8; anything else as Latin-1, which every byte has a character in. */
export function decode(bytes: Uint8Array): Decoded {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (isUtf16(bytes)) return { text: utf16(buffer), byteForByte: false, offsetsOf: double };
  if (isAscii(buffer) || !isUtf8(buffer))
    return { text: buffer.toString('latin1'), byteForByte: true, offsetsOf: same };
  const text = buffer.toString('utf8');
  return { text, byteForByte: false, offsetsOf: (spans) => byteOffsets(text, spans) };
}

function utf16(buffer: Buffer): string {
  const even = buffer.subarray(0, buffer.length & ~1);
  return (buffer[0] === 0xff ? even : Buffer.from(even).swap16()).toString('utf16le');
}
